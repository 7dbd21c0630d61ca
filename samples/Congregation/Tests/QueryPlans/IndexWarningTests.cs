using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Tests.QueryPlans;

/// <summary>
/// Holds the build's index warnings against the database: what the analyzer says from the source alone
/// must be what SQLite's planner does with the SQL that EF Core sends.
/// </summary>
public sealed class IndexWarningTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    public static TheoryData<string> Methods => [.. ServiceMethods.All.Keys.Order()];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_build_warns_of_exactly_the_tables_that_SQLite_scans(string method)
    {
        var plans = await ExplainAsync(method);
        var warnings = WarningsIn(method);

        var scanned = plans.SelectMany(plan => plan.ScannedTables).Order();
        var warned = warnings.Select(TableOf).Order();

        Assert.True(scanned.SequenceEqual(warned), $"""
            {method}
            SQLite scans: {string.Join(", ", scanned)}
            The build warns of: {string.Join(", ", warned)}
            {string.Join("\n", warnings)}
            {string.Join("\n", plans.Select(plan => plan.Command.Sql + "\n  " + string.Join("\n  ", plan.Rows)))}
            """);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_service_method_can_be_called_here(string method) =>
        Assert.True(
            ServiceMethods.HasArguments(method),
            $"{method} is new: add arguments for it to {nameof(ServiceMethods)}, so that its queries are explained too.");

    [Fact]
    public void Every_warning_lies_in_a_service_method()
    {
        var spans = ServiceMethods.All.Values.Select(SourceSpan.Of).ToList();

        Assert.DoesNotContain(BuildLog.ScanWarnings, warning => !spans.Any(span => span.Contains(warning)));
    }

    /// <summary>Says what the sample is there to show, and fails should both sides of the comparison fall silent.</summary>
    [Theory]
    [InlineData("BillingService.RecordPaymentAsync", "PERF101")]
    [InlineData("DeliveryService.RecordReceiptAsync", "PERF101")]
    [InlineData("MemberService.FindByPhoneAsync", "PERF101")]
    [InlineData("PlatformReports.TrialsEndingAsync", "PERF101")]
    [InlineData("PlatformReports.InvoicesIssuedAsync", "PERF102")]
    [InlineData("PlatformReports.MessageCountAsync", "PERF102")]
    public void The_sample_shows(string method, string rule) =>
        Assert.Equal([rule], WarningsIn(method).Select(warning => warning.RuleId));

    private static IReadOnlyList<IndexWarning> WarningsIn(string method)
    {
        var span = SourceSpan.Of(ServiceMethods.All[method]);
        return [.. BuildLog.ScanWarnings.Where(span.Contains)];
    }

    private async Task<IReadOnlyList<QueryPlan>> ExplainAsync(string method)
    {
        var recorder = new CommandRecorder();
        await using (var argumentSource = database.CreateContext())
        await using (var db = database.CreateContext(recorder))
            await ServiceMethods.CallAsync(method, db, argumentSource);

        await using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        return [.. recorder.Commands
            .Where(command => !command.Sql.StartsWith("PRAGMA", StringComparison.Ordinal))
            .Select(command => QueryPlan.Explain(connection, command))];
    }

    private string TableOf(IndexWarning warning)
    {
        using var db = database.CreateContext();
        return db.Model.FindEntityType(warning.Entity)!.GetTableName()!;
    }
}
