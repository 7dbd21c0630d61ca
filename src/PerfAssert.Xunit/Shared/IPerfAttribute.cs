namespace PerfAssert.Xunit.Sdk;

/// <summary>What [PerfFact] and [PerfTheory] have in common.</summary>
internal interface IPerfAttribute
{
    bool Strict { get; }

    long MaxAllocatedBytes { get; }

    long MaxCommands { get; }

    long MaxRows { get; }

    long MaxSameStatement { get; }

    bool NoFullScan { get; }

    string? Budget { get; }

    string? RelativeTo { get; }

    double MaxRatio { get; }

    string? BatchSetup { get; }

    string? BatchCleanup { get; }

    string? SourceFile { get; }

    int SourceLine { get; }
}
