using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Finds the test case of a [PerfFact]; created by xunit.</summary>
public sealed class PerfFactDiscoverer : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer _facts = new();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        var isolated = PerfCollection.Isolate(testMethod);
        if (PerfMethod.ProblemOfFact(isolated.Parameters.Count > 0, isolated.IsGenericMethodDefinition) is not { } problem)
            return PerfTestCase.Of(await _facts.Discover(discoveryOptions, isolated, factAttribute).ConfigureAwait(false));

        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, isolated, factAttribute);
        return [new ExecutionErrorTestCase(isolated, details.TestCaseDisplayName, details.UniqueID, details.SourceFilePath, details.SourceLineNumber, problem)];
    }
}
