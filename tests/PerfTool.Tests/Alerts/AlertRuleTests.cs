using PerfTool.Alerts;
using PerfTool.Alerts.Prometheus;
using PerfTooling.Shared;
using static PerfTool.Tests.Alerts.Series;

namespace PerfTool.Tests.Alerts;

/// <summary>What fires, asked of Prometheus itself: each policy's fire, not-fire, no-traffic and first-event cases, with the sample's budgets.</summary>
public class AlertRuleTests
{
    private const string Commands = "db_client_operation_duration_seconds";
    private const string Operations = "perfmonitor_operation_duration_seconds";
    private const string SlowQueries = "perfmonitor_db_slow_queries_total";
    private const string Latencies = "messaging_delivery_duration_seconds";
    private const string Deliveries = "messaging_delivery_outcomes_total";
    private const string Payments = "billing_payments_total";
    private const string Job = "job=\"api\",instance=\"a\"";

    private static readonly string s_rules = PrometheusRules.Render(AlertCatalogue.From(Budgets.Sample, new AlertTiming()));

    [PrometheusFact]
    public void The_file_is_one_that_Prometheus_takes()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules.yml", s_rules);

        Promtool.Run(PrometheusTools.Promtool, folder.Path, "check", "rules", "rules.yml");
    }

    [PrometheusFact]
    public void Areas_called_like_other_policies_make_a_file_that_Prometheus_takes()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rules.yml", PrometheusRules.Render(AlertCatalogue.From(
            Budgets.Of("""{ "delivery.send": { "p95": { "critical": "1 s" } }, "slow-queries.find": { "p95": { "critical": "1 s" } }, "service.call": { "p95": { "critical": "1 s" } } }"""), new AlertTiming())));

        Promtool.Run(PrometheusTools.Promtool, folder.Path, "check", "rules", "rules.yml");
    }

    [PrometheusTheory]
    [InlineData(3, "critical warning info")]
    [InlineData(1.8, "warning info")]
    [InlineData(0.3, "info")]
    [InlineData(0.09, "")]
    public void Database_latency_is_held_to_its_limits(double seconds, string severities) =>
        Fires("DatabaseLatencyP95", severities, null, Histogram(Commands, Job, seconds, perMinute: 10));

    [PrometheusFact]
    public void Database_latency_of_too_few_commands_says_nothing() =>
        Fires("DatabaseLatencyP95", "", null, Histogram(Commands, Job, 9, perMinute: 1));

    [PrometheusFact]
    public void Database_latency_without_traffic_says_nothing() =>
        Fires("DatabaseLatencyP95", "", null, Histogram(Commands, Job, 9, perMinute: 0));

    [PrometheusTheory]
    [InlineData("critical", 2, "critical warning")]
    [InlineData("warning", 2, "warning")]
    [InlineData("warning", 0, "")]
    public void Slow_queries_are_counted(string counted, int perMinute, string severities) =>
        Fires("SlowQueriesCount", severities, null, Counter(SlowQueries, $"{Job},severity=\"{counted}\"", perMinute));

    [PrometheusTheory]
    [InlineData(10, "warning")]
    [InlineData(9, "")]
    public void Slow_queries_that_are_the_first_ones_count(int queries, string severities) =>
        Fires("SlowQueriesCount", severities, null, Step(SlowQueries, $"{Job},severity=\"warning\"", atMinute: 24, queries));

    [PrometheusTheory]
    [InlineData("auth.login", "AuthP95", 2, "critical warning")]
    [InlineData("auth.login", "AuthP95", 1.5, "warning")]
    [InlineData("auth.login", "AuthP95", 1, "")]
    [InlineData("messages.post", "MessagesP95", 3, "critical warning")]
    [InlineData("messages.post", "MessagesP95", 2, "warning")]
    [InlineData("messages.post", "MessagesP95", 1.5, "")]
    [InlineData("conversations.list", "ConversationsP95", 1.5, "critical warning")]
    [InlineData("conversations.get", "ConversationsP95", 1.5, "critical warning")]
    [InlineData("conversations.get", "ConversationsP95", 0.5, "warning")]
    [InlineData("conversations.get", "ConversationsP95", 0.4, "")]
    [InlineData("billing.read", "BillingP95", 5, "critical warning")]
    [InlineData("billing.read", "BillingP95", 3, "warning")]
    [InlineData("billing.read", "BillingP95", 2, "")]
    public void An_operation_is_held_to_its_limits(string operation, string alert, double seconds, string severities) =>
        Fires(alert, severities, operation, Histogram(Operations, $"{Job},operation=\"{operation}\",outcome=\"success\"", seconds, perMinute: 10));

    [PrometheusTheory]
    [InlineData("auth.login")]
    [InlineData("messages.post")]
    [InlineData("conversations.get")]
    [InlineData("billing.read")]
    public void An_operation_without_traffic_says_nothing(string operation) =>
        Fires("", "", operation, Histogram(Operations, $"{Job},operation=\"{operation}\",outcome=\"success\"", 9, perMinute: 0));

    [PrometheusTheory]
    [InlineData("auth.login")]
    [InlineData("messages.post")]
    [InlineData("conversations.get")]
    [InlineData("billing.read")]
    public void An_operation_called_too_seldom_says_nothing(string operation) =>
        Fires("", "", operation, Histogram(Operations, $"{Job},operation=\"{operation}\",outcome=\"success\"", 9, perMinute: 1));

    [PrometheusFact]
    public void Callers_that_went_away_say_nothing() =>
        Fires("", "", null, Histogram(Operations, $"{Job},operation=\"auth.login\",outcome=\"aborted\"", 9, perMinute: 10));

    [PrometheusFact]
    public void One_slow_operation_does_not_hide_behind_fast_ones() =>
        Fires("AuthP95", "critical warning", "auth.login",
        [
            .. Histogram(Operations, $"{Job},operation=\"auth.login\",outcome=\"success\"", 2, perMinute: 3),
            .. Histogram(Operations, $"{Job},operation=\"auth.me\",outcome=\"success\"", 0.05, perMinute: 1000),
        ]);

    [PrometheusTheory]
    [InlineData(4, "")]
    [InlineData(15, "critical")]
    public void One_slow_request_is_no_99th_percentile_of_few(int fastPerMinute, string severities) =>
        Fires("ConversationsP99", severities, "conversations.list",
        [
            .. Histogram(Operations, $"{Job},operation=\"conversations.list\",outcome=\"success\"", 0.05, fastPerMinute),
            .. HistogramStep(Operations, $"{Job},operation=\"conversations.list\",outcome=\"failure\"", 3, atMinute: 24, count: fastPerMinute < 10 ? 1 : 3),
        ]);

    [PrometheusTheory]
    [InlineData(90, 10, "critical warning")]
    [InlineData(97, 3, "warning")]
    [InlineData(98, 2, "")]
    [InlineData(0, 1, "")]
    [InlineData(0, 0, "")]
    public void Deliveries_must_arrive(int delivered, int failed, string severities) =>
        Fires("DeliverySuccessRate", severities, null,
            Counter(Deliveries, $"{Job},channel=\"sms\",outcome=\"delivered\"", delivered), Counter(Deliveries, $"{Job},channel=\"sms\",outcome=\"failed\"", failed));

    [PrometheusFact]
    public void Deliveries_that_are_the_first_ones_and_fail_are_told() =>
        Fires("DeliverySuccessRate", "critical warning", null,
            Counter(Deliveries, $"{Job},channel=\"sms\",outcome=\"delivered\"", 0), Step(Deliveries, $"{Job},channel=\"sms\",outcome=\"failed\"", atMinute: 24, count: 20));

    [PrometheusTheory]
    [InlineData(20, "critical warning")]
    [InlineData(10, "warning")]
    [InlineData(5, "")]
    public void Deliveries_must_be_quick(double seconds, string severities) =>
        Fires("DeliveryP95", severities, "sms", Histogram(Latencies, $"{Job},channel=\"sms\"", seconds, perMinute: 10));

    [PrometheusTheory]
    [InlineData(1, "warning")]
    [InlineData(0, "")]
    public void The_first_failed_payment_is_told(int failed, string severities) =>
        Fires("FailedPaymentsCount", severities, null, Step(Payments, $"{Job},outcome=\"failed\"", atMinute: 10, failed));

    [PrometheusFact]
    public void Payments_that_succeed_are_no_alarm() =>
        Fires("FailedPaymentsCount", "", null, Counter(Payments, $"{Job},outcome=\"succeeded\"", 100));

    [PrometheusTheory]
    [InlineData("perfmonitor_db_errors_total", "DatabaseLatencyMissing")]
    [InlineData(SlowQueries, "SlowQueriesMissing")]
    [InlineData(Deliveries, "DeliveryMissing")]
    [InlineData(Payments, "FailedPaymentsMissing")]
    public void A_metric_that_is_gone_while_the_service_is_up_is_told(string metric, string alert) =>
        Fires(alert, "info", null, Up, Gone(metric, Job, atMinute: 6));

    [PrometheusFact]
    public void Operations_that_are_gone_are_told_for_each_area() =>
        Promtool.AssertFires(
            s_rules, 30, [.. new[] { "AuthMissing", "BillingMissing", "ConversationsMissing", "MessagesMissing" }.Select(alert => (alert, "info", (string?)null))],
            Up, Gone("perfmonitor_operation_errors_total", Job, atMinute: 6));

    [PrometheusFact]
    public void A_service_that_never_had_metrics_of_ours_is_left_alone() => Fires("", "", null, Up);

    [PrometheusTheory]
    [InlineData("1x10 0x50", "0x60", "critical")]
    [InlineData("1x10 0x50", "1x60", "")]
    [InlineData("1x28 0x31", "0x60", "")]
    public void A_service_of_which_nothing_can_be_reached_is_told(string first, string second, string severities) =>
        Fires("ServiceDown", severities, null,
            ("up{job=\"api\",instance=\"a\"}", first), ("up{job=\"api\",instance=\"b\"}", second), ("perfmonitor_slow_query_log_entries{job=\"api\",instance=\"a\"}", "0x10 _x50"));

    [PrometheusFact]
    public void A_service_without_PerfMonitor_may_be_down() => Fires("", "", null, ("up{job=\"other\",instance=\"a\"}", "0x60"));

    [PrometheusFact]
    public void A_service_that_was_taken_away_has_no_metrics_missing() =>
        Fires("", "", null, ("up{job=\"api\",instance=\"a\"}", "1x10 _x50"), Gone(SlowQueries, Job, atMinute: 10));

    private static void Fires(string alert, string severities, string? by, params (string, string)[] series) =>
        Promtool.AssertFires(s_rules, 30, [.. severities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(severity => (alert, severity, by))], series);
}
