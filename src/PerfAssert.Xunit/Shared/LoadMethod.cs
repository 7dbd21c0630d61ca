using System.Reflection;
using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;

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
    /// <exception cref="LoadScenarioException">The scenario's file cannot be read, or has no such profile.</exception>
    /// <exception cref="PerfTestException">The attribute contradicts itself, the method cannot be a request, or its scenario does not fit.</exception>
    public static PerfTest Describe(Type testClass, MethodInfo method, LoadFactAttribute attribute, object? instance, string displayName)
    {
        var (request, profile, budget) = attribute.Scenario is null ? OfRequest() : OfScenario(LoadScenario.Read(attribute.Scenario));
        return new PerfTest
        {
            TestClass = testClass,
            Method = method,
            DisplayName = displayName,
            SourceFile = attribute.SourceFile,
            SourceLine = attribute.SourceLine,
            Policy = new PerfPolicy { Strict = attribute.Strict, Budget = attribute.Budget ?? budget },
            Body = LoadRequestFactory.ToBody(request),
            Load = new LoadPlan { Request = request, Profile = profile, MaxErrors = attribute.MaxErrors },
        };

        (Func<LoadIteration, ValueTask>, LoadProfile, string?) OfRequest()
        {
            if (attribute.Profile is not null)
                throw new PerfTestException($"{displayName} sets {nameof(LoadFactAttribute.Profile)} and no {nameof(LoadFactAttribute.Scenario)}: profiles stand in a scenario's file.");
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
            return (LoadRequestFactory.Create(instance, method), settings.ToProfile(displayName), null);
        }

        (Func<LoadIteration, ValueTask>, LoadProfile, string?) OfScenario(LoadScenario scenario)
        {
            if (SetBeside(attribute) is { } name)
                throw new PerfTestException($"{displayName} sets both {nameof(LoadFactAttribute.Scenario)} and {name}: how much load is offered stands in the scenario's profile.");
            return (scenario.ToRequest(LoadRequestFactory.CreateClient(instance, method)), scenario.ChosenProfile(attribute.Profile ?? LoadFactAttribute.DefaultProfile), scenario.Budget);
        }
    }

    /// <summary>What an attribute sets that its scenario decides; null where there is nothing.</summary>
    private static string? SetBeside(LoadFactAttribute attribute) =>
        attribute.Rate != 0 ? nameof(attribute.Rate)
        : attribute.Users != 0 ? nameof(attribute.Users)
        : attribute.Duration is not null ? nameof(attribute.Duration)
        : attribute.WarmUp is not null ? nameof(attribute.WarmUp)
        : attribute.Stages is not null ? nameof(attribute.Stages)
        : attribute.MaxRequests != 0 ? nameof(attribute.MaxRequests)
        : attribute.RequestTimeout is not null ? nameof(attribute.RequestTimeout)
        : attribute.MaxInFlight != 0 ? nameof(attribute.MaxInFlight)
        : null;
}
