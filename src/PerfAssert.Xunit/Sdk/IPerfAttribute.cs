namespace PerfAssert.Xunit.Sdk;

/// <summary>What [PerfFact] and [PerfTheory] have in common.</summary>
internal interface IPerfAttribute
{
    bool Strict { get; }

    long MaxAllocatedBytes { get; }

    string? SourceFile { get; }

    int SourceLine { get; }
}
