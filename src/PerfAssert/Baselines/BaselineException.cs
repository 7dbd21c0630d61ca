namespace PerfAssert;

/// <summary>A baseline file that cannot be used as it is. Nothing was written to it.</summary>
public sealed class BaselineException : PerfTestException
{
    internal BaselineException(string path, long? line, string? key, string problem, string remedy, Exception? innerException = null)
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

    /// <summary>The key of the entry or property; null when the whole file is meant.</summary>
    public string? Key { get; }
}
