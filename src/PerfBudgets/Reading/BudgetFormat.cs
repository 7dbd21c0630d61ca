using System.Text.RegularExpressions;

namespace PerfBudgets.Reading;

/// <summary>The words of the file and the forms of its texts; perf-budgets.schema.json has the same.</summary>
internal static partial class BudgetFormat
{
    public const string SchemaLink = "$schema";
    public const string Schema = "schema";
    public const string Operations = "operations";
    public const string Queries = "queries";
    public const string Delivery = "delivery";
    public const string SuccessRate = "successRate";
    public const string Latency = "latency";
    public const string Payments = "payments";
    public const string FailedPerHour = "failedPerHour";
    public const string Trials = "trials";
    public const string ExpiringWithinDays = "expiringWithinDays";
    public const string Description = "description";
    public const string Routes = "routes";
    public const string P50 = "p50";
    public const string P95 = "p95";
    public const string P99 = "p99";
    public const string Target = "target";
    public const string Warning = "warning";
    public const string Critical = "critical";

    /// <summary>Longer names fit no table and no metric's label.</summary>
    public const int LongestName = 100;

    public static readonly string[] FileProperties = [SchemaLink, Schema, Operations, Queries, Delivery, Payments, Trials];
    public static readonly string[] OperationProperties = [Description, Routes, P50, P95, P99];
    public static readonly string[] LimitProperties = [Target, Warning, Critical];
    public static readonly string[] DeliveryProperties = [SuccessRate, Latency];
    public static readonly string[] ShareProperties = [Warning, Critical];

    /// <summary>Words of letters and digits with a point, hyphen or underscore between them: a name must do as a label of a metric.</summary>
    public static bool IsName(string text) => text.Length <= LongestName && !text.EndsWith('\n') && NamePattern().IsMatch(text);

    /// <summary>Method and route template.</summary>
    public static bool IsRoute(string text) => !text.EndsWith('\n') && RoutePattern().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /[^ \t\r\n#]*$", RegexOptions.CultureInvariant)]
    private static partial Regex RoutePattern();
}
