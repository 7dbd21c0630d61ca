using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Predicates;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>Reads queries inside the lambdas of another one.</summary>
internal sealed class SubqueryReader(QueryReading reading) : ISubqueries
{
    public TablePredicate? Exists(IInvocationOperation call, Scope scope, bool isNegated)
    {
        var name = QueryOperators.NameOf(call.TargetMethod.Name);
        return name is "Any" or "All" or "Contains" ? Read(call, scope, isNegated ^ name == "All") : null;
    }

    public TablePredicate? Counts(IOperation count, Scope scope, bool isNegated) => SourceReader.Unwrap(count) switch
    {
        IInvocationOperation { TargetMethod.Name: "Count" or "LongCount" } call => Read(call, scope, isNegated),
        IPropertyReferenceOperation { Property.Name: "Count", Instance: { } instance } property when WellKnown.IsOfFramework(property.Property.ContainingType) => Read(instance, scope, isNegated),
        _ => null,
    };

    public void ReadWithin(IOperation expression, Scope scope)
    {
        var open = new Stack<IOperation>();
        open.Push(expression);
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (operation is IInvocationOperation call && SourceReader.IsQueryOperator(call, isNested: true) && Read(call, scope, isNegated: false) is not null)
                continue;
            foreach (var child in operation.ChildOperations)
                open.Push(child);
        }
    }

    private TablePredicate? Read(IOperation query, Scope scope, bool isNegated)
    {
        var mark = reading.Builder.Mark();
        if (reading.ReadChain(query, scope, isNested: true) is not { } chain)
            return null;

        var site = reading.Builder.Sites.Add(query.Syntax, scope);
        if (chain.Root.From is PathElement navigation)
        {
            reading.Builder.AddJoin(new QueryJoin(navigation.Table, chain.Table, JoinKind.Subquery, site) { Navigation = navigation.Path });
            return new(new SubqueryPredicate(chain.Table, isNegated, site) { IsExists = true }, navigation.Tables);
        }

        if (reading.Builder.CorrelatedSince(mark, chain.Tables) is not var (outer, inner))
        {
            return scope.DependsOnRow(query)
                ? new(new UnknownPredicate("the filter asks another table in a way that isn't understood"), scope.TablesOf(query))
                : new(new RowIndependentPredicate(), TableSet.None);
        }

        reading.Builder.AddJoin(new QueryJoin(outer, inner, JoinKind.Subquery, site));
        // Only of values does EF Core make an IN: by Contains, or of an Any that compares them.
        var isExists = chain.Item is PathElement { Path: "" } && SourceReader.Unwrap(query) is not IInvocationOperation { TargetMethod.Name: "Contains" };
        return new(new SubqueryPredicate(inner, isNegated, site) { IsExists = isExists }, TableSet.Of(outer));
    }
}
