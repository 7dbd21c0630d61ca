using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>Reads the queries that stand inside another one, and adds their tables to it.</summary>
internal interface ISubqueries
{
    /// <summary>The test whether a subquery (<c>Any</c>, <c>All</c>, <c>Contains</c>) finds a row, or null where the call is no such subquery.</summary>
    TablePredicate? Exists(IInvocationOperation call, Scope scope, bool isNegated);

    /// <summary>The test whether a counted subquery (<c>o.Lines.Count()</c>) finds a row, or null where the expression counts none.</summary>
    TablePredicate? Counts(IOperation count, Scope scope, bool isNegated);

    /// <summary>Reads the subqueries anywhere in an expression, for the tables they look up.</summary>
    void ReadWithin(IOperation expression, Scope scope);
}
