using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Finds the test cases of a [PerfTheory], one a data row where the rows can be enumerated; created by xunit.</summary>
public sealed class PerfTheoryDiscoverer : IXunitTestCaseDiscoverer
{
    private readonly TheoryDiscoverer _theories = new();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        PerfTestCase.Of(await _theories.Discover(discoveryOptions, PerfCollection.Isolate(testMethod), factAttribute).ConfigureAwait(false));
}
