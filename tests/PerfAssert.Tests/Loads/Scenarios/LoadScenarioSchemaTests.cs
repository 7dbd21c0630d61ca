using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using PerfAssert.Loads.Scenarios;

namespace PerfAssert.Tests.Loads.Scenarios;

/// <summary>
/// What the schema allows and what the reader reads is the same, but for what no schema can say. (No sample ends with a line break: the
/// pattern's end, as JavaScript and so JSON Schema define it, refuses one, and .NET's, which this validator uses, does not.)
/// </summary>
public class LoadScenarioSchemaTests
{
    /// <summary>The reader's own: what depends on another part of the file, or on a number's decimals.</summary>
    private static readonly string[] BeyondTheSchema =
        ["there is no variable", "is there already", "begins a variable", "a variable in a name", "has a character that no path", "a header that the client says", "the header comes twice", "a secret in a file", "a body of", "clients write in different ways", "a row with", "is called like", "offers nothing", "at no load", "longer than a day", "'A B' is not a name of an environment"];

    private static readonly JsonSchema s_schema = JsonSchema.FromText(LoadScenarioSchema.Text);

    private static readonly Gen<JsonNode?> Junk = Pick<Func<JsonNode?>>(() => null, () => 1, () => -1, () => 1.5, () => "", () => "x", () => true, () => new JsonArray(), () => new JsonObject()).Select(make => make());

    private static readonly Gen<JsonNode?> Text = Mostly(Pick("/", "/a", "/{{env:KEY}}"), Pick("/{{a}}", "/{{id}}?x={{iteration}}", "//a", "a", "", "/a b", "/{{", "/{{env:A B}}", "/{{zz}}")).Select(Node);

    private static readonly Gen<JsonNode?> Headers = Object((Pick("X-A", "Accept"), Mostly(Pick("x"), Pick("{{a}}", "é", "a\u0001")).Select(Node)), (Pick("A B", "", "Authorization", "Content-Type"), Pick("x").Select(Node)));

    private static readonly Gen<JsonNode?> Extract = Object((Pick("id", "a"), Pick("id", "a.b[0]", "[0].c", "$x-y").Select(Node)), (Pick("iteration", "1", "", "z"), Pick("id", "", "a..b", "[x]", "[00]", ".a", "a.", "a[0]b").Select(Node)));

    private static readonly Gen<JsonNode?> Step = Mostly(
        Required(
            Object((Gen.Const("name"), Mostly(Pick("list").Select(Node), Junk)), (Gen.Const("headers"), Mostly(Headers, Junk)), (Gen.Const("body"), Junk), (Gen.Const("status"), Mostly(Gen.Int[100, 599].Select(n => (JsonNode?)n), Pick<JsonNode?>(99, 600, 200.5, "200").Select(n => n?.DeepClone()))), (Gen.Const("extract"), Mostly(Extract, Junk)), (Pick("tags", "Path"), Junk)),
            ("method", Mostly(Pick("GET", "POST", "PATCH").Select(Node), Pick("get", "TRACE").Select(Node))), ("path", Text)),
        Junk);

    private static readonly Gen<JsonNode?> Durations = Mostly(Pick("500 ms", "3 s", "1.5s", "2 min", "1 h").Select(Node), Gen.OneOf(Pick("0 s", "1", "1 d", "01 s", "-1 s", " 1 s", "1234567 s").Select(Node), Junk));

    private static readonly Gen<JsonNode?> Loads = Mostly(Pick<JsonNode?>(1, 20, 1000).Select(n => n?.DeepClone()), Pick<JsonNode?>(0, -1, 0.5, 1_000_001, 100_001, "1", null).Select(n => n?.DeepClone()));

    private static readonly Gen<JsonNode?> Stages = Mostly(Required(Object((Pick("Target", "x"), Junk)), ("duration", Durations), ("target", Loads)).Array[1, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])), Junk);

    private static readonly Gen<JsonNode?> Profile = Mostly(
        Gen.Select(Gen.Int[0, 60], Loads, Durations, Stages, Object((Gen.Const("warmUp"), Durations), (Gen.Const("requestTimeout"), Durations), (Gen.Const("maxInFlight"), Loads), (Gen.Const("maxRequests"), Loads), (Pick("model", "Rate"), Junk))).Select((kind, load, duration, stages, rest) =>
        {
            var profile = rest!.AsObject();
            if (kind is not 0)
                profile[kind % 2 == 0 ? "rate" : "users"] = load?.DeepClone();
            if (kind is 1)
                profile["rate"] = load?.DeepClone();
            if (kind is not 2 and not 3 && kind % 3 is 0 or 1)
                profile["duration"] = duration?.DeepClone();
            if (kind is 4 || kind % 3 is 2)
                profile["stages"] = stages?.DeepClone();
            return (JsonNode?)profile;
        }), Junk);

    private static readonly Gen<JsonNode?> Row = Mostly(Required(Object((Gen.Const("b"), Pick<JsonNode?>("x", 1.5, false).Select(n => n?.DeepClone())), (Pick("iteration", "1a", "b c"), Junk)), ("a", Mostly(Pick<JsonNode?>("x", 1.5, true).Select(n => n?.DeepClone()), Junk))), Junk);

    private static readonly Gen<JsonNode?> Files = Required(
        Object((Gen.Const("budget"), Mostly(Pick("shop.list").Select(Node), Junk)), (Gen.Const("description"), Mostly(Pick("text").Select(Node), Junk)), (Gen.Const("setup"), List(Step)), (Gen.Const("data"), List(Row)), (Pick("vus", "Name"), Junk)),
        ("schema", Mostly(Gen.Const((JsonNode?)1).Select(n => n?.DeepClone()), Junk)), ("name", Mostly(Pick("shop", "a.b-c_d").Select(Node), Pick("a b", "", "ä").Select(Node))), ("steps", List(Step)),
        ("profiles", Mostly(Object((Pick("smoke", "load"), Profile), (Pick("a b"), Profile)), Junk)));

    [Fact]
    public void What_the_reader_reads_the_schema_allows_and_what_the_schema_allows_the_reader_reads() => Files.Sample(file =>
    {
        var text = file?.ToJsonString() ?? "null";
        var problem = ScenarioText.Problem(text);
        return Allows(text) == (problem is null) || (problem is not null && BeyondTheSchema.Any(beyond => problem.Contains(beyond, StringComparison.Ordinal)));
    }, iter: 4_000);

    [Fact]
    public void The_samples_are_of_both_kinds()
    {
        var (read, refused) = (0, 0);
        Files.Sample(file => _ = ScenarioText.Problem(file?.ToJsonString() ?? "null") is null ? Interlocked.Increment(ref read) : Interlocked.Increment(ref refused), iter: 2_000);
        Assert.True(read > 100 && refused > 100, $"{read} read, {refused} refused");
    }

    private static bool Allows(string text)
    {
        using var document = JsonDocument.Parse(text);
        return s_schema.Evaluate(document.RootElement).IsValid;
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<T> Mostly<T>(Gen<T> right, Gen<T> wrong) => Gen.Frequency((80, right), (1, wrong));

    private static Gen<JsonNode?> List(Gen<JsonNode?> item) => Mostly(item.Array[1, 2].Select(items => (JsonNode?)new JsonArray([.. items.Select(one => one?.DeepClone())])), Junk);

    private static JsonNode? Node(string text) => JsonValue.Create(text);

    /// <summary>Members that are there now and then, the last of them rarely: it is the wrong one.</summary>
    private static Gen<JsonNode?> Object(params (Gen<string> Name, Gen<JsonNode?> Value)[] members) =>
        members.Select((member, i) => Gen.Select(Gen.Int[0, 40], member.Name, member.Value, (chance, name, value) => (IsThere: i == members.Length - 1 && i > 0 ? chance == 0 : chance > 20, name, value)))
            .Aggregate(Gen.Const(Array.Empty<(bool IsThere, string Name, JsonNode? Value)>()), (all, one) => Gen.Select(all, one, (list, item) => (Array.Empty<(bool, string, JsonNode?)>().Concat(list).Append(item)).ToArray()))
            .Select(all =>
            {
                var result = new JsonObject();
                foreach (var (_, name, value) in all.Where(one => one.IsThere))
                    result[name] = value?.DeepClone();
                return (JsonNode?)result;
            });

    /// <summary>The same, with members that are nearly always there.</summary>
    private static Gen<JsonNode?> Required(Gen<JsonNode?> rest, params (string Name, Gen<JsonNode?> Value)[] members) =>
        members.Aggregate(rest, (all, member) => Gen.Select(all, member.Value, Gen.Int[0, 60], (node, value, chance) =>
        {
            var result = node!.DeepClone().AsObject();
            if (chance > 0)
                result[member.Name] = value?.DeepClone();
            return (JsonNode?)result;
        }));
}
