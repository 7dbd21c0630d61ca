namespace PerfTooling.PlanOracle.Generation;

/// <summary>The types of columns.</summary>
internal enum ValueKind
{
    Int,
    Long,
    Short,
    Double,
    Decimal,
    Bool,
    Enum,
    DateTime,
    Guid,
    String,
}
