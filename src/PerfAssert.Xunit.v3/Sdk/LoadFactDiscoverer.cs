using Xunit.Sdk;
using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Finds the test case of a [LoadFact]; created by xunit.</summary>
public sealed class LoadFactDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        var isolated = PerfCollection.Isolate(testMethod);
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, isolated, factAttribute);
        var problem = LoadMethod.Problem([.. isolated.Parameters.Select(parameter => parameter.ParameterType)], isolated.IsGenericMethodDefinition);
        // xunit's own discoverer refuses a fact with a parameter, which a request may have.
        IXunitTestCase found = problem is not null
            ? new ExecutionErrorTestCase(isolated, details.TestCaseDisplayName, details.UniqueID, details.SourceFilePath, details.SourceLineNumber, problem)
            : new XunitTestCase(
                details.ResolvedTestMethod,
                details.TestCaseDisplayName,
                details.UniqueID,
                details.Explicit,
                details.SkipExceptions,
                details.SkipReason,
                details.SkipType,
                details.SkipUnless,
                details.SkipWhen,
                isolated.Traits.ToDictionary(trait => trait.Key, trait => trait.Value.ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase),
                testMethodArguments: null,
                details.SourceFilePath,
                details.SourceLineNumber,
                details.Timeout);
        return new(PerfTestCase.Of([found]));
    }
}
