namespace PerfTooling.PlanOracle.Generation;

/// <summary>C# types and literals of column values.</summary>
internal static class Values
{
    public static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Int => "int",
        ValueKind.Long => "long",
        ValueKind.Short => "short",
        ValueKind.Double => "double",
        ValueKind.Decimal => "decimal",
        ValueKind.Bool => "bool",
        ValueKind.Enum => "State",
        ValueKind.DateTime => "DateTime",
        ValueKind.Guid => "Guid",
        _ => "string",
    };

    public static string Literal(ValueKind kind, Draw draw) => kind switch
    {
        ValueKind.Int => $"{draw.Int(1, 400)}",
        ValueKind.Long => $"{draw.Int(1, 400)}L",
        ValueKind.Short => $"(short){draw.Int(1, 400)}",
        ValueKind.Double => $"{draw.Int(1, 400)}.5",
        ValueKind.Decimal => $"{draw.Int(1, 40)}.5m",
        ValueKind.Bool => draw.Pick("true", "false"),
        ValueKind.Enum => "State." + draw.Pick("Open", "Held", "Done", "Gone"),
        ValueKind.DateTime => $"new DateTime(2024, {draw.Int(1, 3)}, {draw.Int(1, 28)}, 0, 0, 0, DateTimeKind.Utc)",
        ValueKind.Guid => $"new Guid(\"00000000-0000-0000-0000-{draw.Int(1, 400):d12}\")",
        _ => $"\"{draw.Pick("a", "b", "c", "d")}{draw.Int(1, 99)}\"",
    };

    public static bool IsNumber(ValueKind kind) => kind is ValueKind.Int or ValueKind.Long or ValueKind.Short or ValueKind.Double or ValueKind.Decimal;

    /// <summary>True for types that C# compares with &lt;.</summary>
    public static bool IsOrdered(ValueKind kind) => IsNumber(kind) || kind == ValueKind.DateTime;

    /// <summary>True for types of many values, which an index can tell rows apart by.</summary>
    public static bool HasManyValues(ValueKind kind) => kind is not (ValueKind.Bool or ValueKind.Enum);
}
