namespace PerfAnalyzers.EfModel.Facts;

/// <summary>An expression in a configuration, as written.</summary>
internal abstract record FluentExpression;
