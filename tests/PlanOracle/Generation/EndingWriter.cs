namespace PerfTooling.PlanOracle.Generation;

/// <summary>Draws how a query is ordered and how it ends.</summary>
internal sealed class EndingWriter(QueryScope scope, PredicateWriter predicates)
{
    private readonly Draw _draw = scope.Draw;

    /// <summary>Order keys on rows of an entity: <c>.OrderBy(o =&gt; o.Name).ThenByDescending(o =&gt; o.Id)</c>.</summary>
    public string Order(EntityPlan entity, string path = "")
    {
        scope.Use("order");
        var keys = Enumerable.Range(0, _draw.Weighted([1, 2, 3], count => 4 - count)).Select(_ => Key(entity, "o" + path)).ToList();
        return string.Concat(keys.Select((key, i) => $".{(i == 0 ? "OrderBy" : "ThenBy")}{_draw.Pick("", "", "Descending")}(o => {key})"));
    }

    private string Key(EntityPlan entity, string row)
    {
        var indexes = entity.AllIndexes.Select(index => index.Columns).Append(entity.RootKey).ToList();
        var references = entity.AllReferences.ToList();
        switch (_draw.Int(1, 100))
        {
            case <= 4 when references.Count > 0:
                scope.Use("order by reference");
                var reference = _draw.Pick(references);
                return _draw.Pick(reference.Principal.Columns.ToList()).Of($"{row}.{reference.Principal.Name}!");
            case <= 9:
                scope.Use("order by expression");
                var column = _draw.Pick(entity.AllColumns.ToList());
                return column.Kind == ValueKind.String ? $"{column.ValueOf(row)}.ToLower()" : column.IsNullable ? $"{column.Of(row)} == null" : column.Of(row);
            case <= 50:
                return _draw.Pick(indexes)[0].Of(row);
            default:
                return _draw.Pick(entity.AllColumns.ToList()).Of(row);
        }
    }

    /// <summary>An ending for rows of an entity; <paramref name="isProjected"/> where the rows are something else by now.</summary>
    public QueryEnding Ending(EntityPlan entity, bool isProjected, bool mustLimit)
    {
        var asynchronously = _draw.Chance(0.3);
        return _draw.Int(mustLimit ? 40 : 1, mustLimit ? 75 : 100) switch
        {
            <= 25 => Call("ToList", asynchronously),
            <= 28 => Call("ToArray", asynchronously),
            <= 31 => Call("Count", asynchronously),
            <= 32 => Call("LongCount", asynchronously),
            <= 35 => new QueryEnding("", false) { IsLoop = true },
            <= 36 => new QueryEnding(".AsEnumerable().ToList()", false),
            <= 39 when !isProjected => Call("ToList", asynchronously, $".Select(o => new {{ {Member(entity, "A")}, {Member(entity, "B")} }})"),
            <= 56 => Limited("ToList", asynchronously, $".Take({_draw.Int(1, 50)})"),
            <= 59 => Limited("ToList", asynchronously, $".Skip({_draw.Int(1, 50)}).Take(10)") with { NeedsOrder = true },
            <= 65 => Limited("First", asynchronously),
            <= 70 => Limited("FirstOrDefault", asynchronously),
            <= 72 => Limited("SingleOrDefault", asynchronously),
            <= 74 => Limited("Last", asynchronously) with { NeedsOrder = true },
            <= 75 => Limited("ElementAt", asynchronously, "", "3") with { NeedsOrder = true },
            <= 91 when !isProjected => Filtering(entity, asynchronously),
            <= 92 => Limited("Any", asynchronously) with { Unlimited = null, HasLimit = false },
            <= 94 when !isProjected => Call("Max", asynchronously, "", $"o => {_draw.Pick(entity.AllColumns.Where(column => Values.IsNumber(column.Kind)).Append(entity.RootKey[0]).ToList()).Of("o")}"),
            <= 96 when !isProjected => new QueryEnding($".GroupBy(o => {_draw.Pick(entity.AllColumns.ToList()).Of("o")}).Select(g => new {{ g.Key, N = g.Count() }}).ToList()", false),
            <= 98 when !isProjected => Call("ToList", asynchronously, $".Select(o => {_draw.Pick(entity.AllColumns.ToList()).Of("o")}).Distinct()"),
            _ => Call("ToList", asynchronously),
        };
    }

    private string Member(EntityPlan entity, string name) => $"{name} = {_draw.Pick(entity.AllColumns.ToList()).Of("o")}";

    private QueryEnding Filtering(EntityPlan entity, bool asynchronously)
    {
        var method = _draw.Pick("First", "FirstOrDefault", "Single", "SingleOrDefault", "Any", "Count", "All");
        var condition = predicates.Condition(entity, "o");
        var isOne = method is not ("Any" or "Count" or "All");
        scope.Use(method == "All" ? "top-level All" : "filter in " + (isOne ? "First" : method));
        return Call(method, asynchronously, "", $"o => {condition}") with
        {
            HasLimit = isOne,
            Filters = true,
            Unlimited = isOne ? $".Where(o => {condition}).ToList()" : null,
        };
    }

    private static QueryEnding Limited(string method, bool asynchronously, string before = "", string arguments = "") =>
        Call(method, asynchronously, before, arguments) with { HasLimit = true, Unlimited = ".ToList()" };

    private static QueryEnding Call(string method, bool asynchronously, string before = "", string arguments = "") =>
        new($"{before}.{method}{(asynchronously ? "Async" : "")}({arguments})", false) { IsAsync = asynchronously };
}
