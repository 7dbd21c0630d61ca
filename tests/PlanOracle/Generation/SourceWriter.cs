namespace PerfTooling.PlanOracle.Generation;

/// <summary>Draws the first half of a query, in each of the ways people write one.</summary>
internal sealed class SourceWriter(QueryScope scope, PredicateWriter predicates, ModelPlan model, int number)
{
    private readonly Draw _draw = scope.Draw;

    public QuerySource Source(bool isFiltered)
    {
        var entity = _draw.Pick(model.Entities);
        if (!isFiltered)
            return new QuerySource(entity.Source + Modifier(entity), entity);

        return _draw.Int(1, 100) switch
        {
            <= 62 => Chain(entity),
            <= 68 => QuerySyntax(entity),
            <= 74 => Locals(entity),
            <= 79 => Conditional(entity),
            <= 84 => Extension(entity),
            <= 89 => Projection(entity),
            <= 95 => Join(entity),
            _ => SelectMany(entity),
        };
    }

    private QuerySource Chain(EntityPlan entity)
    {
        var text = $"{entity.Source}{Modifier(entity)}.Where(o => {predicates.Condition(entity, "o")})";
        if (_draw.Chance(0.15))
            text += $".Where(x => {predicates.Condition(entity, "x")})";
        return new QuerySource(text, entity) { HasFilter = true };
    }

    private string Modifier(EntityPlan entity)
    {
        var references = entity.AllReferences.ToList();
        return _draw.Int(1, 20) switch
        {
            <= 3 => ".AsNoTracking()",
            4 when references.Count > 0 => $".Include(o => o.{_draw.Pick(references).Principal.Name})",
            5 when entity.Collections.Count > 0 => $".Include(o => o.{_draw.Pick(entity.Collections).Name})",
            6 => ".TagWith(\"generated\")",
            7 => ".IgnoreQueryFilters()",
            _ => "",
        };
    }

    private QuerySource QuerySyntax(EntityPlan entity)
    {
        scope.Use("query syntax");
        return new QuerySource($"(from o in {entity.Source} where {predicates.Condition(entity, "o")} select o)", entity) { HasFilter = true };
    }

    private QuerySource Locals(EntityPlan entity)
    {
        scope.Use("local");
        var first = $"var query = {entity.Source}.Where(o => {predicates.Condition(entity, "o")});\n";
        return _draw.Chance(0.5)
            ? new QuerySource("query", entity) { HasFilter = true, Statements = first }
            : new QuerySource("filtered", entity) { HasFilter = true, Statements = first + $"var filtered = query.Where(o => {predicates.Condition(entity, "o")});\n" };
    }

    private QuerySource Conditional(EntityPlan entity)
    {
        scope.Use("conditional");
        var statements = _draw.Chance(0.5)
            ? $"IQueryable<{entity.Name}> query = {entity.Source};\n"
            : $"var query = {entity.Source}.Where(o => {predicates.OnColumn(entity, "o")});\n";
        for (var i = 0; i < _draw.Int(1, 2); i++)
            statements += $"if ({scope.Parameter("bool", "true")})\n    query = query.Where(o => {predicates.Condition(entity, "o")});\n";
        return new QuerySource("query", entity) { HasFilter = true, Statements = statements };
    }

    private QuerySource Extension(EntityPlan entity)
    {
        scope.Use("extension method");
        var inner = new QueryScope(_draw);
        var condition = new PredicateWriter(inner).OnColumn(entity, "o");
        foreach (var form in inner.Forms)
            scope.Use(form);
        var handed = inner.Arguments.Zip(inner.Declarations, (value, declaration) => scope.Parameter(declaration[..declaration.LastIndexOf(' ')], value));
        var helper = $$"""
            internal static IQueryable<{{entity.Name}}> Narrow{{number}}({{string.Join(", ", inner.Declarations.Prepend($"this IQueryable<{entity.Name}> source"))}})
            {
                {{string.Join(" ", inner.Locals)}}
                return source.Where(o => {{condition}});
            }
            """;
        return new QuerySource($"{entity.Source}.Narrow{number}({string.Join(", ", handed)})", entity) { HasFilter = true, Helpers = helper };
    }

    private QuerySource Projection(EntityPlan entity)
    {
        var references = entity.AllReferences.ToList();
        if (references.Count > 0 && _draw.Chance(0.3))
        {
            scope.Use("projection to reference");
            var principal = _draw.Pick(references).Principal;
            return new QuerySource($"{entity.Source}.Select(o => o.{principal.Name}!).Where(o => {predicates.OnColumn(principal, "o")})", principal) { HasFilter = true };
        }

        scope.Use("projection first");
        return new QuerySource($"{entity.Source}.Select(o => new {{ X = o, N = 1 }}).Where(t => {predicates.OnColumn(entity, "t.X")})", entity) { HasFilter = true, Path = ".X" };
    }

    private QuerySource Join(EntityPlan entity)
    {
        var references = entity.AllReferences.Where(reference => !reference.ForeignKey.IsShadow).ToList();
        string outerKey, innerKey;
        EntityPlan inner;
        if (references.Count > 0 && _draw.Chance(0.6))
        {
            scope.Use("join");
            var reference = _draw.Pick(references);
            (outerKey, inner, innerKey) = (reference.ForeignKey.Of("o"), reference.Principal, reference.Principal.Key[0].Of("i"));
        }
        else
        {
            inner = _draw.Pick(model.Entities);
            var pairs = entity.AllColumns.SelectMany(_ => inner.AllColumns, (outer, other) => (outer, other))
                .Where(pair => pair.outer.Type == pair.other.Type && Values.HasManyValues(pair.outer.Kind) && pair is { outer.Owner: null, other.Owner: null, outer.IsShadow: false, other.IsShadow: false })
                .ToList();
            if (pairs.Count == 0)
                return Chain(entity);
            scope.Use("join on any columns");
            var (left, right) = _draw.Pick(pairs);
            (outerKey, innerKey) = (left.Of("o"), right.Of("i"));
        }

        var filter = _draw.Int(1, 4) switch
        {
            1 => "",
            2 => $".Where(t => {predicates.OnColumn(inner, "t.I")})",
            _ => $".Where(t => {predicates.OnColumn(entity, "t.X")})",
        };
        var text = _draw.Chance(0.5)
            ? $"{entity.Source}.Join({inner.Source}, o => {outerKey}, i => {innerKey}, (o, i) => new {{ X = o, I = i }})"
            : $"(from o in {entity.Source} join i in {inner.Source} on {outerKey} equals {innerKey} select new {{ X = o, I = i }})";
        return new QuerySource(text + filter, entity) { HasFilter = filter.Length > 0, Path = ".X" };
    }

    private QuerySource SelectMany(EntityPlan entity)
    {
        if (entity.Collections.Count == 0)
            return Chain(entity);

        scope.Use("SelectMany");
        var (name, other, _) = _draw.Pick(entity.Collections);
        var before = _draw.Chance(0.5) ? $".Where(o => {predicates.OnColumn(entity, "o")})" : "";
        var after = before.Length == 0 || _draw.Chance(0.3) ? $".Where(l => {predicates.OnColumn(other, "l")})" : "";
        return new QuerySource($"{entity.Source}{before}.SelectMany(o => o.{name}){after}", other) { HasFilter = true };
    }
}
