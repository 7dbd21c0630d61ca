using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>One operator of a query.</summary>
/// <param name="Call">The call of the operator.</param>
/// <param name="Scope">What the parameters around it stand for.</param>
/// <param name="IsCertain">False where the operator is only sometimes part of the query.</param>
internal sealed record QueryStep(IInvocationOperation Call, Scope Scope, bool IsCertain = true)
{
    public string Name => QueryOperators.NameOf(Call.TargetMethod.Name);
}
