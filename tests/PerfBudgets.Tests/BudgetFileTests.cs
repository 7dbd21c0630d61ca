using System.Text;
using CsCheck;

namespace PerfBudgets.Tests;

public sealed class BudgetFileTests
{
    private const string Conversations = """
        {
          "$schema": "perf-budgets.schema.json",
          "schema": 1,
          "operations": {
            "conversations.list": {
              "description": "The inbox.",
              "routes": ["GET /api/conversations", "GET /api/churches/{id}/conversations"],
              "p95": { "target": "200 ms", "warning": "400 ms", "critical": "1 s" },
              "p99": { "critical": "2 s" }
            },
            "auth.login": { "p95": { "warning": "1 s" } }
          },
          "queries": { "target": "100 ms" },
          "delivery": { "successRate": { "warning": "99.5 %" }, "latency": { "critical": "1 s", "warning": "800 ms" } },
          "payments": { "failedPerHour": 3 }
        }
        """;

    private static readonly BudgetFile s_file = Parse(Conversations);

    [Fact]
    public void Operations_have_their_limits() =>
        Assert.Equal(new Limits(Duration.Parse("200 ms"), Duration.Parse("400 ms"), Duration.Parse("1 s")), s_file.Get("conversations.list").P95);

    [Fact]
    public void A_limit_that_is_not_given_is_none() => Assert.Equal(new Limits(null, null, Duration.Parse("2 s")), s_file.Get("conversations.list").P99);

    [Fact]
    public void A_percentile_that_is_not_given_has_no_limits() => Assert.Null(s_file.Get("conversations.list").P50);

    [Fact]
    public void Operations_have_their_routes() =>
        Assert.Equal(["GET /api/conversations", "GET /api/churches/{id}/conversations"], s_file.Get("conversations.list").Routes.Select(route => route.ToString()));

    [Fact]
    public void Operations_have_a_description() => Assert.Equal("The inbox.", s_file.Get("conversations.list").Description);

    [Fact]
    public void Operations_are_in_ordinal_order() => Assert.Equal(["auth.login", "conversations.list"], s_file.Operations.Keys);

    [Fact]
    public void Queries_are_slow_from_500_ms_on_unless_the_file_says_otherwise() =>
        Assert.Equal(new QueryThresholds(Duration.Parse("100 ms"), Duration.Parse("500 ms"), Duration.Parse("2 s")), s_file.Queries);

    [Fact]
    public void Deliveries_have_their_limits_and_the_default_where_the_file_says_nothing() =>
        Assert.Equal(new DeliveryBudget(new ShareLimits(0.995, 0.95), new Limits(null, Duration.Parse("800 ms"), Duration.Parse("1 s"))), s_file.Delivery);

    [Fact]
    public void Payments_may_fail_less_often_than_the_file_says() => Assert.Equal(3, s_file.Payments.FailedPerHour);

    [Fact]
    public void Trials_are_watched_for_7_days_unless_the_file_says_otherwise() => Assert.Equal(7, s_file.Trials.ExpiringWithinDays);

    [Fact]
    public void A_file_without_a_word_of_the_service_has_the_defaults()
    {
        var file = Parse("{ \"schema\": 1 }");
        Assert.Equal((DeliveryBudget.Default, PaymentBudget.Default, TrialBudget.Default), (file.Delivery, file.Payments, file.Trials));
    }

    [Theory]
    [InlineData("conversations.list", "conversations")]
    [InlineData("a.b.c", "a")]
    [InlineData("import", "import")]
    public void An_operations_area_is_what_its_name_begins_with(string name, string area) => Assert.Equal(area, new OperationBudget { Name = name }.Area);

    [Fact]
    public void The_same_text_is_the_same_file() => Assert.Equal(s_file, Parse(Conversations));

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_no_matter() =>
        Assert.Equal(s_file, BudgetFile.Parse([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Conversations.ReplaceLineEndings("\r\n"))], "perf-budgets.json"));

    [Theory]
    [InlineData("", null, null, "the file is empty")]
    [InlineData(" \n", null, null, "the file is empty")]
    [InlineData("[]", 1, null, "budgets are a JSON object")]
    [InlineData("{", 1, null, "not valid JSON")]
    [InlineData("{ \"schema\": 1 } x", 1, null, "not valid JSON")]
    [InlineData("{ \"schema\": 1, // no\n }", 1, null, "not valid JSON")]
    [InlineData("{\n<<<<<<< HEAD\n \"schema\": 1\n}", 2, null, "an unresolved merge conflict")]
    [InlineData("{}", null, "schema", "the schema version is missing")]
    [InlineData("{ \"schema\": \"1\" }", 1, "schema", "the schema version is not a whole number")]
    [InlineData("{ \"schema\": 2, \"news\": 1 }", 1, "schema", "written with schema 2, and this PerfBudgets reads schema 1")]
    [InlineData("{ \"schema\": 1,\n \"operation\": {} }", 2, "operation", "unknown property")]
    [InlineData("{ \"schema\": 1,\n \"schema\": 1 }", 2, "schema", "a second entry of the same key")]
    [InlineData("{ \"schema\": 1, \"$schema\": 1 }", 1, "$schema", "not a text")]
    [InlineData("{ \"schema\": 1, \"operations\": [] }", 1, "operations", "not an object")]
    [InlineData("{ \"schema\": 1, \"operations\": {\n\"a\": { \"p50\": { \"target\": \"1 s\" } },\n\"a\": { \"p50\": { \"target\": \"1 s\" } } } }", 3, "operations / a", "a second entry of the same key; the first is on line 2")]
    [InlineData("{ \"schema\": 1, \"operations\": {\n\"a b\": { \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / a b", "not a name of an operation")]
    [InlineData("{ \"schema\": 1, \"operations\": {\n\"a\\n\": { \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / a\n", "not a name of an operation")]
    [InlineData("{ \"schema\": 1, \"operations\": {\n\"a\": {} } }", 2, "operations / a", "an operation without limits")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"p90\": {} } } }", 2, "operations / a / p90", "unknown property")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"p50\": {} } } }", 2, "operations / a / p50", "no limit")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p50\": {\n\"target\": 200 } } } }", 2, "operations / a / p50 / target", "a number without a unit")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p50\": {\n\"target\": \"200\" } } } }", 2, "operations / a / p50 / target", "'200' has no unit")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p50\": {\n\"target\": \"-1 s\" } } } }", 2, "operations / a / p50 / target", "'-1 s' is negative")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p50\": {\n\"target\": null } } } }", 2, "operations / a / p50 / target", "not a text")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"p50\": { \"target\": \"2 s\", \"warning\": \"1 s\" } } } }", 2, "operations / a / p50", "target (2 s) is over warning (1 s)")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"p50\": { \"critical\": \"900 ms\", \"warning\": \"1 s\" } } } }", 2, "operations / a / p50", "warning (1 s) is over critical (900 ms)")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"p50\": { \"critical\": \"900 ms\", \"target\": \"1 s\" } } } }", 2, "operations / a / p50", "target (1 s) is over critical (900 ms)")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"routes\": \"GET /\", \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / a / routes", "not a list")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"routes\": [\"/api\"], \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / a / routes", "'/api' is not a route")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"routes\": [\"GET /\\n\"], \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / a / routes", "'GET /\n' is not a route")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {\n\"routes\": [\"GET /\", \"GET /\"], \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / a / routes", "'GET /' comes twice")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"routes\": [\"GET /\"], \"p50\": { \"target\": \"1 s\" } },\n\"b\": { \"routes\": [\"GET /\"], \"p50\": { \"target\": \"1 s\" } } } }", 2, "operations / b / routes", "'GET /' belongs to 'a' already")]
    [InlineData("{ \"schema\": 1,\n\"queries\": { \"critical\": \"400 ms\" } }", 2, "queries", "warning (500 ms) is over critical (400 ms)")]
    [InlineData("{ \"schema\": 1, \"queries\": {\n\"slow\": \"400 ms\" } }", 2, "queries / slow", "unknown property")]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"successRate\": {\n\"warning\": 98 } } }", 2, "delivery / successRate / warning", "a number without a unit")]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"successRate\": {\n\"warning\": \"0.98\" } } }", 2, "delivery / successRate / warning", "'0.98' is not a share")]
    [InlineData("{ \"schema\": 1, \"delivery\": {\n\"successRate\": { \"warning\": \"94 %\" } } }", 2, "delivery / successRate", "warning (94 %) is under critical (95 %)")]
    [InlineData("{ \"schema\": 1, \"delivery\": {\n\"latency\": { \"critical\": \"4 s\" } } }", 2, "delivery / latency", "warning (5 s) is over critical (4 s)")]
    [InlineData("{ \"schema\": 1, \"payments\": {\n\"failedPerHour\": 0 } }", 2, "payments / failedPerHour", "not a whole number in range")]
    [InlineData("{ \"schema\": 1, \"trials\": {\n\"expiringWithinDays\": \"7\" } }", 2, "trials / expiringWithinDays", "not a whole number in range")]
    public void Says_file_line_key_and_what_is_wrong(string text, int? line, string? key, string problem)
    {
        var error = Assert.Throws<BudgetException>(() => Parse(text));
        Assert.StartsWith(line is null ? "perf-budgets.json: " + problem : $"perf-budgets.json({line}): {problem}", error.Message, StringComparison.Ordinal);
        Assert.Equal((line, key), ((int?)error.Line, error.Key));
    }

    [Fact]
    public void Whatever_is_broken_in_it_reading_gives_a_file_or_a_clear_error() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Byte, Gen.Bool).Sample((at, with, remove) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Conversations).ToList();
            if (remove)
                bytes.RemoveRange(at % bytes.Count, Math.Min(bytes.Count - (at % bytes.Count), with));
            else
                bytes[at % bytes.Count] = with;
            return ReadsOrExplains([.. bytes]);
        });

    [Theory]
    [InlineData("conversation.list", "Did you mean 'conversations.list'?")]
    [InlineData("CONVERSATIONS.LIST", "Did you mean 'conversations.list'?")]
    [InlineData("conversations", "Did you mean 'conversations.list'?")]
    [InlineData("billing.invoices", "take one of 'auth.login', 'conversations.list'")]
    public void An_unknown_operation_suggests_what_may_have_been_meant(string name, string advice)
    {
        var error = Assert.Throws<BudgetException>(() => s_file.Get(name));
        Assert.StartsWith($"perf-budgets.json: there is no operation '{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_says_so() => Assert.Contains("there is no such file", Assert.Throws<BudgetException>(() => BudgetFile.Read("nowhere/perf-budgets.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_on_disk_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("perfbudgets-").FullName;
        try
        {
            var path = Path.Combine(folder, BudgetFile.FileName);
            File.WriteAllText(path, Conversations);
            Assert.Equal(s_file with { Path = path }, BudgetFile.Read(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BudgetFile Parse(string text) => BudgetFile.Parse(Encoding.UTF8.GetBytes(text), "perf-budgets.json");

    private static bool ReadsOrExplains(byte[] bytes)
    {
        try
        {
            BudgetFile.Parse(bytes, "perf-budgets.json");
            return true;
        }
        catch (BudgetException e)
        {
            return e.Message.StartsWith("perf-budgets.json", StringComparison.Ordinal);
        }
    }
}
