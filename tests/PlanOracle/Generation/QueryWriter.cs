namespace PerfTooling.PlanOracle.Generation;

/// <summary>Draws one query and writes its method.</summary>
internal sealed class QueryWriter(ModelPlan model, Draw draw)
{
    public GeneratedQuery Write(int number)
    {
        var scope = new QueryScope(draw);
        return draw.Chance(0.03) ? Bulk(number, scope) : draw.Chance(0.01) ? Find(number, scope) : Read(number, scope);
    }

    private GeneratedQuery Read(int number, QueryScope scope)
    {
        var predicates = new PredicateWriter(scope);
        var endings = new EndingWriter(scope, predicates);
        var sortsOnly = draw.Chance(0.2);
        var startsWithFilter = !sortsOnly && draw.Chance(0.85);
        var source = new SourceWriter(scope, predicates, model, number).Source(startsWithFilter);
        var isProjected = source.Path.Length > 0;
        var ending = endings.Ending(source.Entity, isProjected, sortsOnly);
        if (!startsWithFilter && !sortsOnly && !ending.Filters)
            ending = endings.Ending(source.Entity, isProjected, mustLimit: true);

        var order = sortsOnly || ending.NeedsOrder || (ending.Text.Length > 0 && draw.Chance(0.3)) ? endings.Order(source.Entity, source.Path) : "";
        var stripped = ending.Unlimited ?? (order.Length > 0 ? ending.IsLoop ? ".ToList()" : ending.Text : null);
        var text = source.Text + order;
        var isLimited = ending.HasLimit;
        if (sortsOnly && draw.Chance(0.1))
        {
            scope.Use("projection after order");
            text += $".Select(o => new {{ A = {source.Entity.RootKey[0].Of("o" + source.Path)} }})";
        }

        return new GeneratedQuery(number, Method($"Q{number}", source, scope, text, ending), scope.Forms)
        {
            Stripped = stripped is null ? null : Method($"Q{number}", source, scope, source.Text, new QueryEnding(stripped, false) { IsAsync = ending.Unlimited is null && ending.IsAsync }, withHelpers: false),
            Arguments = string.Concat(scope.Arguments.Select(value => ", " + value)),
            IsAsync = ending.IsAsync,
            HasOwnFilter = source.HasFilter || ending.Filters,
            IsOrderedAndLimited = order.Length > 0 && isLimited,
        };
    }

    /// <summary>An update or a delete of the rows that a filter finds.</summary>
    private GeneratedQuery Bulk(int number, QueryScope scope)
    {
        var predicates = new PredicateWriter(scope);
        var entity = draw.Pick(model.Entities.Where(entity => entity.Base is null).ToList());
        var settable = entity.Columns.Where(column => column is { IsDeclared: true, IsNullable: false } && !entity.Key.Contains(column) && Values.HasManyValues(column.Kind)).ToList();
        var source = new QuerySource($"{entity.Source}.Where(o => {predicates.Condition(entity, "o")})", entity);
        var isUpdate = settable.Count > 0 && draw.Chance(0.5);
        scope.Use(isUpdate ? "ExecuteUpdate" : "ExecuteDelete");
        var column = isUpdate ? draw.Pick(settable) : null;
        var ending = new QueryEnding(column is null ? ".ExecuteDelete()" : $".ExecuteUpdate(s => s.SetProperty(o => {column.Of("o")}, {Values.Literal(column.Kind, draw)}))", false);
        return new GeneratedQuery(number, Method($"Q{number}", source, scope, source.Text, ending), scope.Forms)
        {
            Arguments = string.Concat(scope.Arguments.Select(value => ", " + value)),
            HasOwnFilter = true,
        };
    }

    private GeneratedQuery Find(int number, QueryScope scope)
    {
        var entity = draw.Pick(model.Entities.Where(entity => entity.Base is null).ToList());
        scope.Use("Find");
        var keys = string.Join(", ", entity.Key.Select(column => Values.Literal(column.Kind, draw)));
        return new GeneratedQuery(number, Method($"Q{number}", new QuerySource(entity.Source, entity), scope, entity.Source, new QueryEnding($".Find({keys})", false)), scope.Forms);
    }

    private static string Method(string name, QuerySource source, QueryScope scope, string query, QueryEnding ending, bool withHelpers = true)
    {
        var parameters = string.Join(", ", scope.Declarations.Prepend("Db db"));
        var body = string.Join("\n", scope.Locals.Append(source.Statements)).Trim();
        var text = Lines(query + ending.Text);
        var execution = ending.IsLoop
            ? $"var rows = new List<object?>();\nforeach (var row in {text})\n    rows.Add(row);\nreturn rows;"
            : $"return {(ending.IsAsync ? "await " : "")}{text};";
        return $$"""
            {{(withHelpers ? source.Helpers : "")}}
            public static {{(ending.IsAsync ? "async Task<object?>" : "object?")}} {{name}}({{parameters}})
            {
                {{body}}
                {{execution}}
            }
            """.Trim();
    }

    /// <summary>Each operator on a line of its own, as people write them.</summary>
    private static string Lines(string query) => query.Replace(").OrderBy", ")\n    .OrderBy").Replace(").Take", ")\n    .Take").Replace(").ToList", ")\n    .ToList").Replace(").First", ")\n    .First");
}
