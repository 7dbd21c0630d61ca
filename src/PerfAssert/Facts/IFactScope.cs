namespace PerfAssert;

/// <summary>One call being counted. Disposing it ends the counting.</summary>
public interface IFactScope : IDisposable
{
    /// <summary>Ends the counting.</summary>
    /// <returns>What was counted.</returns>
    FactReading Stop();
}
