using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Requests;

/// <summary>Which operation of perf-budgets.json a request is. Worked out once for each endpoint.</summary>
internal sealed partial class OperationRoutes
{
    private readonly ILookup<string, Candidate> _byShape;

    // Weak: endpoints may come and go while the application runs.
    private readonly ConditionalWeakTable<Endpoint, Candidate[]> _ofEndpoint = new();

    public OperationRoutes(BudgetFile budgets, OperationMeter meter, ILogger<OperationRoutes> logger)
    {
        _byShape = budgets.Operations.Values
            .SelectMany(operation => operation.Routes.Select(route => (Route: route, Operation: meter.Get(operation.Name))))
            .Select(one => (one.Route, one.Operation, Pattern: Parse(one.Route, budgets.Path, logger)))
            .Where(one => one.Pattern is not null)
            .ToLookup(one => RouteTemplate.Shape(one.Pattern!), one => new Candidate(one.Route.Method, RouteTemplate.Text(one.Pattern!), one.Operation), StringComparer.Ordinal);
    }

    /// <summary>The operation; null where the request is none, or could be either of two.</summary>
    public MonitoredOperation? Find(Endpoint? endpoint, string method)
    {
        if (endpoint is not RouteEndpoint route)
            return null;
        if (!_ofEndpoint.TryGetValue(route, out var candidates))
            candidates = _ofEndpoint.GetValue(route, CandidatesOf);
        foreach (var candidate in candidates)
        {
            if (string.Equals(candidate.Method, method, StringComparison.OrdinalIgnoreCase))
                return candidate.Operation;
        }

        return null;
    }

    private Candidate[] CandidatesOf(Endpoint endpoint)
    {
        var pattern = ((RouteEndpoint)endpoint).RoutePattern;
        var text = RouteTemplate.Text(pattern);
        return [.. _byShape[RouteTemplate.Shape(pattern)].GroupBy(candidate => candidate.Method).Select(OnlyOne).OfType<Candidate>()];

        // Two operations whose routes differ in their constraints alone: the one that is written as the endpoint is.
        Candidate? OnlyOne(IEnumerable<Candidate> ofMethod)
        {
            var all = ofMethod.ToArray();
            return all.Select(one => one.Operation).Distinct().Count() == 1 ? all[0] : Array.Find(all, one => one.Text == text);
        }
    }

    // A typo here must not keep the service from starting.
    private static RoutePattern? Parse(OperationRoute route, string file, ILogger logger)
    {
        try
        {
            return RoutePatternFactory.Parse(route.Template);
        }
        catch (RoutePatternException error)
        {
            LogNoTemplate(logger, file, route.ToString(), error.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "{File}: '{Route}' is no route template and is not measured: {Problem} Correct it.")]
    private static partial void LogNoTemplate(ILogger logger, string file, string route, string problem);

    private sealed record Candidate(string Method, string Text, MonitoredOperation Operation);
}
