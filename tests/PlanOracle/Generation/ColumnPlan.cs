namespace PerfTooling.PlanOracle.Generation;

/// <summary>A column of an entity.</summary>
/// <param name="Name">The property's name.</param>
internal sealed record ColumnPlan(string Name, ValueKind Kind, bool IsNullable)
{
    /// <summary>True where only the model knows the property.</summary>
    public bool IsShadow { get; init; }

    /// <summary>The property that owns this one, or null for a property of the entity itself.</summary>
    public string? Owner { get; init; }

    /// <summary>True for properties that the entity's class declares as its own data.</summary>
    public bool IsDeclared => !IsShadow && Owner is null;

    /// <summary>The C# type: <c>int?</c>.</summary>
    public string Type => Values.TypeOf(Kind) + (IsNullable ? "?" : "");

    /// <summary>The column read from a row: <c>o.Name</c>.</summary>
    public string Of(string row) =>
        IsShadow ? $"EF.Property<{Type}>({row}, \"{Name}\")"
        : Owner is null ? $"{row}.{Name}"
        : $"{row}.{Owner}.{Name}";

    /// <summary>The column's value where it isn't null: <c>o.PaidAt.Value</c>.</summary>
    public string ValueOf(string row) => !IsNullable ? Of(row) : Kind == ValueKind.String ? Of(row) + "!" : Of(row) + "!.Value";
}
