namespace PerfAssert.Loads.Scenarios;

/// <summary>A scenario that cannot be used as it is, or whose setup failed. The message says file, line, key, and what to do.</summary>
public sealed class LoadScenarioException : PerfTestException
{
    internal LoadScenarioException(string path, long? line, string? key, string problem, string remedy, Exception? innerException = null)
        : base($"{path}{(line is null ? "" : $"({line})")}: {problem}{(key is null ? "" : $" [{key}]")}{Environment.NewLine}{remedy}", innerException)
    {
        Path = path;
        Line = line;
        Key = key;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The line, from 1; null when the whole file is meant.</summary>
    public long? Line { get; }

    /// <summary>The place in the file, as names with slashes between them; null when the whole file is meant.</summary>
    public string? Key { get; }
}
