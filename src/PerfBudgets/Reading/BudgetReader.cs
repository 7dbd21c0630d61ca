using System.Collections.Immutable;
using System.Text.Json;
using PerfBudgets.Json;

namespace PerfBudgets.Reading;

/// <summary>Text to <see cref="BudgetFile"/>. Anything not understood is an error: a limit that is silently ignored is worse than none.</summary>
internal sealed class BudgetReader
{
    private readonly string _path;
    private readonly StrictJson _json;

    private BudgetReader(string path)
    {
        _path = path;
        _json = new StrictJson((line, key, problem, remedy) => new BudgetException(path, line, key, problem, remedy ?? "Correct the file; docs/budgets.md shows what goes in."));
    }

    /// <summary>Reads the bytes of a file.</summary>
    public static BudgetFile Read(ReadOnlySpan<byte> utf8, string path)
    {
        var reader = new BudgetReader(path);
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
            throw reader.Wrong(null, null, "the file is empty", "Write at least { \"schema\": 1, \"operations\": {} }.");
        return reader.ReadFile(reader._json.Parse(utf8));
    }

    private BudgetFile ReadFile(JsonNodeWithLine root)
    {
        if (root.Type != JsonTokenType.StartObject)
            throw Wrong(root.Line, null, "budgets are a JSON object", "Write { \"schema\": 1, \"operations\": { … } }.");
        // First: a newer file may have properties that are unknown here, and that is not what is wrong with it.
        _json.CheckSchema(root, BudgetFile.Schema, "PerfBudgets");
        var members = _json.Members(root, null, BudgetFormat.FileProperties);
        if (members.TryGetValue(BudgetFormat.SchemaLink, out var link))
            _json.Text(link, BudgetFormat.SchemaLink);

        var operations = ImmutableSortedDictionary.CreateBuilder<string, OperationBudget>(StringComparer.Ordinal);
        if (members.TryGetValue(BudgetFormat.Operations, out var node))
        {
            var owners = new Dictionary<OperationRoute, string>();
            foreach (var (name, value) in _json.Members(node, BudgetFormat.Operations))
                operations.Add(name, ReadOperation(name, value, owners));
        }

        var service = new ServiceReader(_json, ReadLimits, (line, key, problem, remedy) => Wrong(line, key, problem, remedy!));
        return new BudgetFile
        {
            Path = _path,
            Operations = operations.ToImmutable(),
            Queries = members.TryGetValue(BudgetFormat.Queries, out var queries) ? ReadQueries(queries) : QueryThresholds.Default,
            Delivery = members.TryGetValue(BudgetFormat.Delivery, out var delivery) ? service.Delivery(delivery) : DeliveryBudget.Default,
            Payments = members.TryGetValue(BudgetFormat.Payments, out var payments) ? service.Payments(payments) : PaymentBudget.Default,
            Trials = members.TryGetValue(BudgetFormat.Trials, out var trials) ? service.Trials(trials) : TrialBudget.Default,
        };
    }

    private OperationBudget ReadOperation(string name, JsonNodeWithLine node, Dictionary<OperationRoute, string> owners)
    {
        var key = StrictJson.Join(BudgetFormat.Operations, name);
        if (!BudgetFormat.IsName(name))
            throw Wrong(node.Line, key, "not a name of an operation", "Use letters and digits with points, hyphens or underscores between them, such as conversations.list; at most 100 characters.");
        var members = _json.Members(node, key, BudgetFormat.OperationProperties);
        var budget = new OperationBudget
        {
            Name = name,
            Description = members.TryGetValue(BudgetFormat.Description, out var description) ? _json.Text(description, StrictJson.Join(key, BudgetFormat.Description)) : null,
            Routes = members.TryGetValue(BudgetFormat.Routes, out var routes) ? ReadRoutes(name, StrictJson.Join(key, BudgetFormat.Routes), routes, owners) : [],
            P50 = Limits(BudgetFormat.P50),
            P95 = Limits(BudgetFormat.P95),
            P99 = Limits(BudgetFormat.P99),
        };
        return budget is { P50: null, P95: null, P99: null }
            ? throw Wrong(node.Line, key, "an operation without limits", "Add p50, p95 or p99, such as \"p95\": { \"target\": \"200 ms\", \"critical\": \"1 s\" }.")
            : budget;

        Limits? Limits(string percentile) => members.TryGetValue(percentile, out var value) ? ReadLimits(StrictJson.Join(key, percentile), value) : null;
    }

    private ImmutableArray<OperationRoute> ReadRoutes(string operation, string key, JsonNodeWithLine node, Dictionary<OperationRoute, string> owners)
    {
        if (node.Type != JsonTokenType.StartArray)
            throw Wrong(node.Line, key, "not a list", "Write [\"GET /api/conversations/{id}\"].");
        var routes = ImmutableArray.CreateBuilder<OperationRoute>();
        foreach (var item in (IReadOnlyList<JsonNodeWithLine>)node.Value!)
        {
            var text = _json.Text(item, key);
            if (!BudgetFormat.IsRoute(text))
                throw Wrong(item.Line, key, $"'{text}' is not a route", "Write the method in capitals, a space and the route template as the application declares it: \"GET /api/conversations/{id}\".");
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            var route = new OperationRoute(text[..space], text[(space + 1)..]);
            if (!owners.TryAdd(route, operation))
                throw Wrong(item.Line, key, owners[route] == operation ? $"'{text}' comes twice" : $"'{text}' belongs to '{owners[route]}' already", "A request is one operation: keep the route in one place.");
            routes.Add(route);
        }

        return routes.ToImmutable();
    }

    private Limits ReadLimits(string key, JsonNodeWithLine node)
    {
        var (target, warning, critical) = Three(key, node);
        if (target is null && warning is null && critical is null)
            throw Wrong(node.Line, key, "no limit", "Add target, warning or critical, such as \"critical\": \"1 s\".");
        Rising(key, node, target, warning, critical, "");
        return new Limits(target, warning, critical);
    }

    private QueryThresholds ReadQueries(JsonNodeWithLine node)
    {
        var standard = QueryThresholds.Default;
        var limits = ReadLimits(BudgetFormat.Queries, node, new Limits(null, standard.Warning, standard.Critical));
        return new QueryThresholds(limits.Target, limits.Warning!.Value, limits.Critical!.Value);
    }

    /// <summary>Limits of which those of <paramref name="standard"/> stand in for the ones that are missing.</summary>
    private Limits ReadLimits(string key, JsonNodeWithLine node, Limits standard)
    {
        var (target, warning, critical) = Three(key, node);
        var limits = new Limits(target, warning ?? standard.Warning, critical ?? standard.Critical);
        Rising(key, node, limits.Target, limits.Warning, limits.Critical, $" (without a word of the file: warning {standard.Warning}, critical {standard.Critical})");
        return limits;
    }

    private (Duration? Target, Duration? Warning, Duration? Critical) Three(string key, JsonNodeWithLine node)
    {
        var members = _json.Members(node, key, BudgetFormat.LimitProperties);
        return (Limit(BudgetFormat.Target), Limit(BudgetFormat.Warning), Limit(BudgetFormat.Critical));

        Duration? Limit(string name) => members.TryGetValue(name, out var value) ? ReadDuration(StrictJson.Join(key, name), value) : null;
    }

    private void Rising(string key, JsonNodeWithLine node, Duration? target, Duration? warning, Duration? critical, string note)
    {
        var given = new[] { (BudgetFormat.Target, target), (BudgetFormat.Warning, warning), (BudgetFormat.Critical, critical) }.Where(limit => limit.Item2 is not null).ToArray();
        for (var i = 1; i < given.Length; i++)
        {
            if (given[i - 1].Item2 > given[i].Item2)
                throw Wrong(node.Line, key, $"{given[i - 1].Item1} ({given[i - 1].Item2}) is over {given[i].Item1} ({given[i].Item2})", $"Limits rise: target ≤ warning ≤ critical{note}.");
        }
    }

    private Duration ReadDuration(string key, JsonNodeWithLine node)
    {
        if (node.Type == JsonTokenType.Number)
            throw Wrong(node.Line, key, "a number without a unit", "Write a text with a unit: \"200 ms\", \"1.5 s\", \"250 µs\" or \"80 ns\".");
        try
        {
            return Duration.Parse(_json.Text(node, key));
        }
        catch (FormatException e)
        {
            throw Wrong(node.Line, key, e.Message, "Correct the duration.");
        }
    }

    private BudgetException Wrong(long? line, string? key, string problem, string remedy) => new(_path, line, key, problem, remedy);
}
