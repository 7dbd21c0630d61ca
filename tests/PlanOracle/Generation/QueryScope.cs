using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>What a query's method needs beside its expression, collected while predicates are drawn.</summary>
internal sealed class QueryScope(Draw draw)
{
    private readonly List<(string Type, string Name, string Value)> _parameters = [];
    private readonly List<string> _locals = [];
    private readonly SortedSet<string> _forms = new(StringComparer.Ordinal);

    public Draw Draw { get; } = draw;

    /// <summary>The parameters' declarations: <c>int p0, string p1</c>.</summary>
    public IEnumerable<string> Declarations => _parameters.Select(parameter => $"{parameter.Type} {parameter.Name}");

    public IEnumerable<string> Names => _parameters.Select(parameter => parameter.Name);

    /// <summary>The values a caller hands over.</summary>
    public IEnumerable<string> Arguments => _parameters.Select(parameter => parameter.Value);

    public IEnumerable<string> Locals => _locals;

    /// <summary>The names of the forms that were drawn: what disagreements are grouped by.</summary>
    public ImmutableArray<string> Forms => [.. _forms];

    public void Use(string form) => _forms.Add(form);

    /// <summary>A value of a kind, as a parameter, a local or a literal.</summary>
    public string Value(ValueKind kind, bool isNullable = false)
    {
        var literal = Values.Literal(kind, Draw);
        return Draw.Int(1, 10) switch
        {
            <= 6 => Parameter(Values.TypeOf(kind) + (isNullable ? "?" : ""), literal),
            <= 8 => Local(literal),
            _ => literal,
        };
    }

    public string Parameter(string type, string value)
    {
        var name = $"p{_parameters.Count}";
        _parameters.Add((type, name, value));
        return name;
    }

    public string Local(string value)
    {
        var name = $"v{_locals.Count}";
        _locals.Add($"var {name} = {value};");
        return name;
    }
}
