using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>Finds the test case of a [LoadFact]; created by xunit.</summary>
/// <param name="diagnosticMessageSink">Where xunit takes diagnostics.</param>
public sealed class LoadFactDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var parameters = testMethod.Method.GetParameters().Select(parameter => parameter.ParameterType.ToRuntimeType() ?? typeof(object)).ToArray();
        var problem = LoadMethod.Problem(parameters, testMethod.Method.IsGenericMethodDefinition);
        return
        [
            problem is null
                ? new PerfTestCase(diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)
                : new ExecutionErrorTestCase(diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, problem),
        ];
    }
}
