namespace PerfAssert.Runs;

/// <summary>Lets one process of a machine measure at a time.</summary>
internal interface IMachineLock
{
    /// <summary>Takes the machine if nobody has it.</summary>
    /// <param name="owner">Who takes it, for others to read.</param>
    /// <returns>What gives it back when disposed; null while another process has it.</returns>
    IDisposable? TryEnter(string owner);

    /// <summary>Who has it, as far as can be told.</summary>
    string? Owner { get; }
}
