using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>Every way in which queries filter by one column.</summary>
internal static class ColumnForms
{
    public static ImmutableArray<ColumnForm> All { get; } =
    [
        new("equal", 10, _ => true, (scope, column, row) => $"{column.Of(row)} == {scope.Value(column.Kind)}"),
        new("equal reversed", 2, _ => true, (scope, column, row) => $"{scope.Value(column.Kind)} == {column.Of(row)}"),
        new("Equals", 2, column => !column.IsNullable, (scope, column, row) => $"{column.Of(row)}.Equals({scope.Value(column.Kind)})"),
        new("string.Equals", 1, IsText, (scope, column, row) => $"string.Equals({column.Of(row)}, {scope.Value(column.Kind)})"),
        new("unequal", 3, _ => true, (scope, column, row) => $"{column.Of(row)} != {scope.Value(column.Kind)}"),
        new("not equal", 1, _ => true, (scope, column, row) => $"!({column.Of(row)} == {scope.Value(column.Kind)})"),
        new("in list", 4, _ => true, (scope, column, row) => $"{List(scope, column)}.Contains({column.Of(row)})"),
        new("in array", 1, _ => true, (scope, column, row) => $"{Array(scope, column)}.Contains({column.Of(row)})"),
        new("in literal", 1, _ => true, (scope, column, row) => $"new[] {{ {Two(scope, column)} }}.Contains({column.ValueOf(row)})"),
        new("not in", 1, _ => true, (scope, column, row) => $"!{List(scope, column)}.Contains({column.Of(row)})"),
        new("range", 6, IsOrdered, (scope, column, row) => $"{column.Of(row)} {scope.Draw.Pick("<", "<=", ">", ">=")} {scope.Value(column.Kind)}"),
        new("range reversed", 1, IsOrdered, (scope, column, row) => $"{scope.Value(column.Kind)} {scope.Draw.Pick("<", "<=", ">", ">=")} {column.Of(row)}"),
        new("between", 2, IsOrdered, (scope, column, row) => $"{column.Of(row)} >= {scope.Value(column.Kind)} && {column.Of(row)} < {scope.Value(column.Kind)}"),
        new("compare", 1, IsText, (scope, column, row) => $"string.Compare({column.Of(row)}, {scope.Value(column.Kind)}) {scope.Draw.Pick(">", "<=")} 0"),
        new("CompareTo", 1, column => column is { IsNullable: false, Kind: ValueKind.String or ValueKind.Int or ValueKind.DateTime }, (scope, column, row) => $"{column.Of(row)}.CompareTo({scope.Value(column.Kind)}) > 0"),
        new("null", 3, column => column.IsNullable, (_, column, row) => $"{column.Of(row)} == null"),
        new("not null", 3, column => column.IsNullable, (_, column, row) => $"{column.Of(row)} != null"),
        new("HasValue", 2, IsNullableValue, (_, column, row) => $"{column.Of(row)}.HasValue"),
        new("not HasValue", 1, IsNullableValue, (_, column, row) => $"!{column.Of(row)}.HasValue"),
        new("Value", 2, IsNullableValue, (scope, column, row) => $"{column.Of(row)}!.Value == {scope.Value(column.Kind)}"),
        new("coalesce", 2, IsNullableValue, (scope, column, row) => $"({column.Of(row)} ?? {Values.Literal(column.Kind, scope.Draw)}) == {scope.Value(column.Kind)}"),
        new("coalesce", 1, column => IsText(column) && column.IsNullable, (scope, column, row) => $"({column.Of(row)} ?? \"\") == {scope.Value(column.Kind)}"),

        new("StartsWith", 4, IsText, (scope, column, row) => $"{column.ValueOf(row)}.StartsWith({scope.Value(column.Kind)})"),
        new("not StartsWith", 1, IsText, (scope, column, row) => $"!{column.ValueOf(row)}.StartsWith({scope.Value(column.Kind)})"),
        new("Contains", 3, IsText, (scope, column, row) => $"{column.ValueOf(row)}.Contains({scope.Value(column.Kind)})"),
        new("EndsWith", 2, IsText, (scope, column, row) => $"{column.ValueOf(row)}.EndsWith({scope.Value(column.Kind)})"),
        new("Like prefix", 1, IsText, (_, column, row) => $"EF.Functions.Like({column.Of(row)}, \"a%\")"),
        new("Like infix", 1, IsText, (_, column, row) => $"EF.Functions.Like({column.Of(row)}, \"%a%\")"),
        new("ToLower", 2, IsText, (scope, column, row) => $"{column.ValueOf(row)}.{scope.Draw.Pick("ToLower", "ToUpper", "Trim")}() == {scope.Value(column.Kind)}"),
        new("ToLower Contains", 1, IsText, (scope, column, row) => $"{column.ValueOf(row)}.ToLower().Contains({scope.Value(column.Kind)})"),
        new("Length", 1, IsText, (scope, column, row) => $"{column.ValueOf(row)}.Length > {scope.Value(ValueKind.Int)}"),
        new("Substring", 1, IsText, (scope, column, row) => $"{column.ValueOf(row)}.Substring(0, 2) == {scope.Value(column.Kind)}"),
        new("concatenation", 1, IsText, (scope, column, row) => $"{column.Of(row)} + \"x\" == {scope.Value(column.Kind)}"),
        new("IsNullOrEmpty", 1, IsText, (_, column, row) => $"string.IsNullOrEmpty({column.Of(row)})"),
        new("not IsNullOrEmpty", 1, IsText, (_, column, row) => $"!string.IsNullOrEmpty({column.Of(row)})"),

        new("Date", 3, IsDate, (scope, column, row) => $"{column.ValueOf(row)}.Date {scope.Draw.Pick("==", ">=", "<")} {scope.Value(column.Kind)}"),
        new("Year", 3, IsDate, (scope, column, row) => $"{column.ValueOf(row)}.Year {scope.Draw.Pick("==", ">=")} 2024"),
        new("Month", 1, IsDate, (_, column, row) => $"{column.ValueOf(row)}.Month == 3"),
        new("AddDays", 1, IsDate, (scope, column, row) => $"{column.ValueOf(row)}.AddDays(1) > {scope.Value(column.Kind)}"),
        new("UtcNow", 2, IsDate, (_, column, row) => $"{column.Of(row)} < DateTime.UtcNow"),
        new("UtcNow AddDays", 1, IsDate, (_, column, row) => $"{column.Of(row)} > DateTime.UtcNow.AddDays(-7)"),

        new("add", 1, IsNumber, (scope, column, row) => $"{column.Of(row)} + 1 == {scope.Value(ValueKind.Int)}"),
        new("multiply", 1, IsNumber, (scope, column, row) => $"{column.Of(row)} * 2 > {scope.Value(ValueKind.Int)}"),
        new("modulo", 1, column => column.Kind is ValueKind.Int or ValueKind.Long, (_, column, row) => $"{column.Of(row)} % 3 == 0"),
        new("Math.Abs", 1, column => column is { IsNullable: false, Kind: ValueKind.Int or ValueKind.Long or ValueKind.Double }, (scope, column, row) => $"Math.Abs({column.Of(row)}) == {scope.Value(column.Kind)}"),
        new("ToString", 1, column => column.Kind is ValueKind.Int or ValueKind.Long or ValueKind.Guid, (scope, column, row) => $"{column.ValueOf(row)}.ToString() == {scope.Value(ValueKind.String)}"),
        new("widening", 2, column => column.Kind is ValueKind.Int or ValueKind.Short, (scope, column, row) => $"{column.Of(row)} == {scope.Value(ValueKind.Long)}"),
        new("widening to int", 2, column => column.Kind == ValueKind.Short, (scope, column, row) => $"{column.Of(row)} == {scope.Value(ValueKind.Int)}"),
        new("cast to long", 1, column => column.Kind == ValueKind.Int, (scope, column, row) => $"(long){column.ValueOf(row)} == {scope.Value(ValueKind.Long)}"),
        new("cast to int", 1, column => column.Kind is ValueKind.Long or ValueKind.Double, (scope, column, row) => $"(int){column.ValueOf(row)} == {scope.Value(ValueKind.Int)}"),
        new("cast to double", 1, column => column.Kind is ValueKind.Int or ValueKind.Long, (scope, column, row) => $"(double){column.ValueOf(row)} > {scope.Value(ValueKind.Double)}"),
        new("cast to nullable", 1, column => column.Kind == ValueKind.Int, (scope, column, row) => $"(int?){column.Of(row)} == {scope.Value(ValueKind.Int)}"),

        new("enum cast", 3, column => column.Kind == ValueKind.Enum, (scope, column, row) => $"(int){column.ValueOf(row)} == {scope.Value(ValueKind.Int)}"),
        new("enum range", 2, column => column.Kind == ValueKind.Enum, (scope, column, row) => $"{column.Of(row)} >= {scope.Value(column.Kind)}"),
        new("bool", 6, IsFlag, (_, column, row) => column.ValueOf(row)),
        new("not bool", 4, IsFlag, (_, column, row) => $"!{column.ValueOf(row)}"),
        new("bool == true", 2, column => column.Kind == ValueKind.Bool, (_, column, row) => $"{column.Of(row)} == true"),
        new("bool == false", 2, column => column.Kind == ValueKind.Bool, (_, column, row) => $"{column.Of(row)} == false"),
    ];

    private static bool IsText(ColumnPlan column) => column.Kind == ValueKind.String;

    private static bool IsDate(ColumnPlan column) => column.Kind == ValueKind.DateTime;

    private static bool IsNumber(ColumnPlan column) => Values.IsNumber(column.Kind);

    private static bool IsOrdered(ColumnPlan column) => Values.IsOrdered(column.Kind);

    private static bool IsFlag(ColumnPlan column) => column.Kind == ValueKind.Bool;

    private static bool IsNullableValue(ColumnPlan column) => column.IsNullable && column.Kind != ValueKind.String;

    private static string List(QueryScope scope, ColumnPlan column)
    {
        var type = scope.Draw.Pick("List", "HashSet", "IReadOnlyCollection", "IEnumerable");
        return scope.Parameter($"{type}<{column.Type}>", $"new {(type == "HashSet" ? type : "List")}<{column.Type}> {{ {Literals(scope, column)} }}");
    }

    private static string Array(QueryScope scope, ColumnPlan column) => scope.Parameter($"{column.Type}[]", $"new {column.Type}[] {{ {Literals(scope, column)} }}");

    private static string Literals(QueryScope scope, ColumnPlan column) => string.Join(", ", Enumerable.Range(0, 3).Select(_ => Values.Literal(column.Kind, scope.Draw)));

    private static string Two(QueryScope scope, ColumnPlan column) => $"{scope.Value(column.Kind)}, {scope.Value(column.Kind)}";
}
