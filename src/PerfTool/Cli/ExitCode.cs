namespace PerfTool.Cli;

/// <summary>What the process ends with: the same for every command.</summary>
internal enum ExitCode
{
    /// <summary>Done; the gate passed.</summary>
    Passed = 0,

    /// <summary>The gate failed.</summary>
    Failed = 1,

    /// <summary>Wrong use, or input that cannot be worked with: said in one line on standard error.</summary>
    WrongUse = 2,

    /// <summary>Inconclusive, and <c>--strict</c> was given.</summary>
    Inconclusive = 3,
}
