using System.Reflection;
using PerfAssert.Loads;

namespace PerfAssert.Xunit.Sdk;

/// <summary>From a [LoadFact] method to the test that the engine takes, for both xunit packages.</summary>
internal static class LoadMethod
{
    /// <summary>The category of load tests, which are perf tests too: dotnet test --filter Category=Load.</summary>
    public const string Category = "Load";

    /// <summary>Why a method cannot be a [LoadFact]; null if it can.</summary>
    public static string? Problem(IReadOnlyList<Type> parameters, bool isGeneric) =>
        isGeneric ? "A [LoadFact] method cannot be generic."
        : parameters.Count == 0 || (parameters.Count == 1 && parameters[0] == typeof(LoadIteration)) ? null
        : "A [LoadFact] method is one request: it takes nothing, or one LoadIteration, which says which request it is.";

    /// <summary>The test as the engine takes it.</summary>
    /// <param name="testClass">The class that runs the test.</param>
    /// <param name="method">The method.</param>
    /// <param name="attribute">Its [LoadFact].</param>
    /// <param name="instance">The class's instance; null for a static method.</param>
    /// <param name="displayName">The name people read.</param>
    /// <exception cref="PerfTestException">The attribute contradicts itself, or the method cannot be a request.</exception>
    public static PerfTest Describe(Type testClass, MethodInfo method, LoadFactAttribute attribute, object? instance, string displayName)
    {
        var settings = new LoadSettings
        {
            Rate = attribute.Rate,
            Users = attribute.Users,
            Duration = attribute.Duration,
            WarmUp = attribute.WarmUp,
            Stages = attribute.Stages,
            MaxRequests = attribute.MaxRequests,
            RequestTimeout = attribute.RequestTimeout,
            MaxInFlight = attribute.MaxInFlight,
        };
        var request = LoadRequestFactory.Create(instance, method);
        return new PerfTest
        {
            TestClass = testClass,
            Method = method,
            DisplayName = displayName,
            SourceFile = attribute.SourceFile,
            SourceLine = attribute.SourceLine,
            Policy = new PerfPolicy { Strict = attribute.Strict, Budget = attribute.Budget },
            Body = LoadRequestFactory.ToBody(request),
            Load = new LoadPlan { Request = request, Profile = settings.ToProfile(displayName), MaxErrors = attribute.MaxErrors },
        };
    }
}
