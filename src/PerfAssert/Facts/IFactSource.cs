namespace PerfAssert;

/// <summary>
/// Counts exact facts of the code that runs in an async flow. A test assembly names its sources in its metadata, which the packages that bring
/// one do by themselves: <c>[assembly: AssemblyMetadata("PerfAssert.FactSource", "Namespace.Type, Assembly")]</c>. The type has a public
/// constructor without parameters.
/// </summary>
/// <remarks>Counting takes place in calls of its own: a source must cost nothing while none of its scopes is open.</remarks>
public interface IFactSource
{
    /// <summary>The facts it can count.</summary>
    IReadOnlyCollection<ExactFact> Facts { get; }

    /// <summary>Starts to count what the calling async flow does from here on.</summary>
    /// <param name="limited">The facts that the test limits: what is costly to find out may be left out unless it is among them.</param>
    /// <returns>The open scope.</returns>
    IFactScope Start(IReadOnlyCollection<ExactFact> limited);
}
