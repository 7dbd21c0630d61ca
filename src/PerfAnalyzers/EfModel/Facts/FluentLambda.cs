namespace PerfAnalyzers.EfModel.Facts;

/// <summary>A lambda: either a configuration (<c>b => { … }</c>) or a selection of members (<c>o => new { o.A, o.B }</c>).</summary>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Steps">Its body, as statements.</param>
/// <param name="Members">The members selected, in order, as paths (<c>Church.Id</c>); null where the body is anything but such a selection.</param>
/// <param name="Mentions">Every path on the first parameter that the body mentions, with all its beginnings.</param>
internal sealed record FluentLambda(
    IReadOnlyList<string> Parameters,
    IReadOnlyList<FluentStep> Steps,
    IReadOnlyList<string>? Members,
    IReadOnlyList<string> Mentions) : FluentExpression;
