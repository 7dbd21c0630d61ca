using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;

namespace PerfBudgets.Tests;

/// <summary>
/// What the schema allows and what the reader reads is the same, but for what no schema can say. (No sample ends with a line break: the
/// pattern's end, as JavaScript and so JSON Schema define it, refuses one, and .NET's, which this validator uses, does not.)
/// </summary>
public class BudgetSchemaTests
{
    /// <summary>The reader's own: limits that rise, and routes that have one operation.</summary>
    private static readonly string[] BeyondTheSchema = [" is over ", " is under ", " belongs to "];

    private static readonly JsonSchema s_schema = JsonSchema.FromText(BudgetSchema.Text);

    // Mostly right, with a wrong one among them now and then: a file that is wrong everywhere says little about any one rule.
    private static readonly Gen<JsonNode?> Junk = Pick<Func<JsonNode?>>(
        () => null, () => 1, () => 1.5, () => "", () => "x", () => true, () => new JsonArray(), () => new JsonObject(), () => new JsonArray("GET /"), () => new JsonArray(1)).Select(make => make());

    private static readonly Gen<string> WrongDurations =
        Gen.OneOf(Pick("0 ms", "0.0 s", "-1 s", "1", "1 h", "1,5 s", " 1 s", "1 s ", "00 s", "01 s", "1.0000000 s", "1234567 s", "1e3 ms", "٣ s"), Gen.String.Select(Well));

    private static readonly Gen<JsonNode?> Limits = Mostly(
        Object(
            (Gen.Const("target"), Durations("ns", " ns", "us")), (Gen.Const("warning"), Durations(" µs", "μs", " ms")), (Gen.Const("critical"), Durations("s", " s", ".000001 s")),
            (Pick("Target", "slow"), Durations("s"))), Junk);

    private static readonly Gen<JsonNode?> Routes = Mostly(
        Mostly(Pick("GET /", "GET /api/{id}", "POST /api/{id:int}/x", "DELETE /{*rest}"), Pick("get /", "GET", "GET  /", "GET /a b", "TRACE /", "GET /#x", "/api", "")).Select(Node).Array[0, 3]
            .Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])), Junk);

    private static readonly Gen<JsonNode?> Operation = Mostly(
        Object((Gen.Const("description"), Mostly(Gen.String.Select(Well).Select(Node), Junk)), (Gen.Const("routes"), Routes), (Gen.Const("p50"), Limits), (Gen.Const("p95"), Limits), (Gen.Const("p99"), Limits), (Pick("p90", "route"), Limits)), Junk);

    private static readonly Gen<string> Names = Mostly(
        Pick("a", "conversations.list", "A-1_b.c", new string('a', 100)),
        Gen.OneOf(Pick("", ".", "a.", "a..b", "a b", "ä", "a/b", new string('a', 101)), Gen.String.Select(Well)));

    private static readonly Gen<JsonNode?> Shares = Mostly(
        Object((Gen.Const("warning"), Percents(96, 99)), (Gen.Const("critical"), Percents(1, 95)), (Pick("target", "Warning"), Percents(1, 99))), Junk);

    private static readonly Gen<JsonNode?> Delivery = Mostly(Object((Gen.Const("successRate"), Shares), (Gen.Const("latency"), Limits), (Pick("success", "p95"), Limits)), Junk);

    private static readonly Gen<JsonNode?> Service = Object(
        (Mostly(Gen.Const("delivery"), Pick("deliveries")), Delivery),
        (Gen.Const("payments"), Mostly(Object((Mostly(Gen.Const("failedPerHour"), Pick("failed")), Whole(1, 1_000_000))), Junk)),
        (Gen.Const("trials"), Mostly(Object((Mostly(Gen.Const("expiringWithinDays"), Pick("days")), Whole(1, 365))), Junk)),
        (Pick("payment", "trial"), Junk));

    private static readonly Gen<JsonNode?> Files = Mostly(
        Gen.Select(Object((Names, Operation), (Names, Operation)), Limits, Gen.Int[0, 30], Gen.Bool, Junk, Service).Select((operations, queries, oddity, hasQueries, junk, service) =>
        {
            var file = new JsonObject { ["operations"] = operations?.DeepClone() };
            if (oddity != 1)
                file["schema"] = oddity == 2 ? junk?.DeepClone() : 1;
            if (hasQueries)
                file["queries"] = queries?.DeepClone();
            if (oddity == 3)
                file["news"] = junk?.DeepClone();
            if (oddity == 4)
                file["$schema"] = junk?.DeepClone();
            foreach (var (name, value) in service!.AsObject())
                file[name] = value?.DeepClone();
            return (JsonNode?)file;
        }), Junk);

    [Fact]
    public void What_the_reader_reads_the_schema_allows_and_what_the_schema_allows_the_reader_reads() =>
        Files.Sample(file => Agree(file?.ToJsonString() ?? "null"), iter: 20_000);

    [Fact]
    public void The_samples_are_of_both_kinds()
    {
        var (valid, invalid) = (0, 0);
        Files.Sample(file => _ = Allows(file?.ToJsonString() ?? "null") ? Interlocked.Increment(ref valid) : Interlocked.Increment(ref invalid), iter: 2_000);
        Assert.True(valid > 200 && invalid > 200, $"{valid} valid, {invalid} invalid");
    }

    [Theory]
    [InlineData("{ \"schema\": 1 }", true)]
    [InlineData("{ \"schema\": 1, \"operations\": {} }", true)]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p95\": { \"target\": \"0.5 ms\" } } } }", true)]
    [InlineData("{ \"schema\": 1, \"queries\": {} }", true)]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"successRate\": { \"warning\": \"100%\", \"critical\": \"0.5 %\" }, \"latency\": {} } }", true)]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"successRate\": { \"warning\": \"101 %\" } } }", false)]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"successRate\": { \"critical\": \"0 %\" } } }", false)]
    [InlineData("{ \"schema\": 1, \"payments\": { \"failedPerHour\": 1000000 }, \"trials\": { \"expiringWithinDays\": 365 } }", true)]
    [InlineData("{ \"schema\": 1, \"payments\": { \"failedPerHour\": 0 } }", false)]
    [InlineData("{ \"schema\": 1, \"trials\": { \"expiringWithinDays\": 366 } }", false)]
    [InlineData("{ \"schema\": 1, \"trials\": { \"expiringWithinDays\": 1.5 } }", false)]
    [InlineData("{ \"schema\": 1, \"queries\": { \"warning\": \"1 s\", \"critical\": \"1 s\" } }", true)]
    [InlineData("{ \"schema\": 1.0 }", true)]
    [InlineData("{ \"schema\": 0 }", false)]
    [InlineData("{ \"schema\": 2 }", false)]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": {} } }", false)]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p95\": {} } } }", false)]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p95\": { \"target\": \"200\" } } } }", false)]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p95\": { \"target\": \"0 s\" } } } }", false)]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p95\": { \"target\": \"1 s\" }, \"routes\": [\"GET /\", \"GET /\"] } } }", false)]
    public void Both_judge_alike(string text, bool valid) => Assert.Equal((valid, valid), (Allows(text), Problem(text) is null));

    [Theory]
    [InlineData("{ \"schema\": 1, \"queries\": { \"warning\": \"2 s\", \"critical\": \"1 s\" } }")]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"successRate\": { \"warning\": \"94 %\" } } }")]
    [InlineData("{ \"schema\": 1, \"delivery\": { \"latency\": { \"critical\": \"4 s\" } } }")]
    [InlineData("{ \"schema\": 1, \"operations\": { \"a\": { \"p95\": { \"target\": \"1 s\" }, \"routes\": [\"GET /\"] }, \"b\": { \"p95\": { \"target\": \"1 s\" }, \"routes\": [\"GET /\"] } } }")]
    public void The_reader_alone_sees_what_no_schema_can_say(string text) => Assert.Equal((true, false), (Allows(text), Problem(text) is null));

    /// <summary>The reader stops at the first error, so one beyond the schema may stand before one that the schema sees.</summary>
    private static bool Agree(string text)
    {
        var problem = Problem(text);
        return Allows(text) == (problem is null) || (problem is not null && BeyondTheSchema.Any(beyond => problem.Contains(beyond, StringComparison.Ordinal)));
    }

    private static bool Allows(string text)
    {
        using var document = JsonDocument.Parse(text);
        return s_schema.Evaluate(document.RootElement).IsValid;
    }

    private static string? Problem(string text)
    {
        try
        {
            BudgetFile.Parse(Encoding.UTF8.GetBytes(text), "perf-budgets.json");
            return null;
        }
        catch (BudgetException e)
        {
            return e.Message;
        }
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<ImmutableList<T>> All<T>(IEnumerable<Gen<T>> each) =>
        each.Aggregate(Gen.Const(ImmutableList<T>.Empty), (all, one) => Gen.Select(all, one).Select((list, item) => list.Add(item)));

    /// <summary>Numbers of one to three digits with one of the units: those of target, warning and critical mostly rise.</summary>
    private static Gen<JsonNode?> Durations(params string[] units) =>
        Mostly(Gen.Select(Gen.Int[1, 900], Pick(units)).Select((n, unit) => n + unit), WrongDurations).Select(Node);

    private static Gen<JsonNode?> Percents(int least, int most) =>
        Mostly(Gen.Select(Gen.Int[least, most], Pick("%", " %", ".5 %", ".123456%")).Select((n, rest) => n + rest), Gen.OneOf(Pick("0 %", "100.1 %", "098 %", "98", "98  %", "-1 %", "1.0000000 %"), Gen.String.Select(Well))).Select(Node);

    private static Gen<JsonNode?> Whole(int least, int most) => Mostly(Gen.Int[least, most].Select(n => (JsonNode?)n), Gen.OneOf(Pick<JsonNode?>(0, -1, most + 1, 1.5).Select(n => n?.DeepClone()), Junk));

    private static Gen<T> Mostly<T>(Gen<T> right, Gen<T> wrong) => Gen.Frequency((30, right), (1, wrong));

    private static Gen<JsonNode?> Object(params (Gen<string> Name, Gen<JsonNode?> Value)[] members) =>
        Gen.Select(Gen.Int[0, 30].Array[members.Length], All(members.Select(m => m.Name)), All(members.Select(m => m.Value))).Select((chances, names, values) =>
        {
            var result = new JsonObject();
            for (var i = 0; i < members.Length; i++)
            {
                // The last of a list is the wrong one, and rare.
                if (i == members.Length - 1 && members.Length > 2 ? chances[i] == 0 : chances[i] > 12)
                    result[names[i]] = values[i]?.DeepClone();
            }

            return (JsonNode?)result;
        });

    private static JsonNode? Node(string text) => JsonValue.Create(Well(text));

    /// <summary>No lone surrogates, which no file can hold.</summary>
    private static string Well(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
