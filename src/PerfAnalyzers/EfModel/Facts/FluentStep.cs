namespace PerfAnalyzers.EfModel.Facts;

/// <summary>One statement of a configuration, reduced to what can change a model.</summary>
/// <param name="Expression">What is evaluated: a call, the source of a loop, the target of an assignment.</param>
internal sealed record FluentStep(FluentExpression Expression)
{
    /// <summary>The local that takes the value (<c>var order = …</c>), or the variable of a loop.</summary>
    public string? Variable { get; init; }

    /// <summary>True where the statement need not run.</summary>
    public bool IsConditional { get; init; }

    /// <summary>True for <c>foreach</c>: <see cref="Body"/> runs for each element of the expression.</summary>
    public bool IsLoop { get; init; }

    /// <summary>True for <c>a.B = …</c>, whose target is the expression, and for <c>a = …</c>, where <see cref="Variable"/> is it.</summary>
    public bool IsAssignment { get; init; }

    /// <summary>The body of a loop.</summary>
    public IReadOnlyList<FluentStep> Body { get; init; } = [];
}
