using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Finds the test case of a [PerfFact]; created by xunit.</summary>
/// <param name="diagnosticMessageSink">Where xunit takes diagnostics.</param>
public sealed class PerfFactDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var problem = PerfMethod.ProblemOfFact(testMethod.Method.GetParameters().Any(), testMethod.Method.IsGenericMethodDefinition);
        return
        [
            problem is null
                ? new PerfTestCase(diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)
                : new ExecutionErrorTestCase(diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, problem),
        ];
    }
}
