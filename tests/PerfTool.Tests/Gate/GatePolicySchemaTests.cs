using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using PerfTool.Cli;
using PerfTool.Gate;

namespace PerfTool.Tests.Gate;

public class GatePolicySchemaTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromText(GatePolicyReader.SchemaText);

    private static readonly Gen<(string Name, JsonNode? Value)> Members = Gen.Select(
        Pick("schema", "schema", "$schema", "critical", "high", "warning", "info", "inconclusive", "notMeasured", "noBaseline", "hihg"),
        Pick("1", "1", "1", "2", "\"fail\"", "\"warn\"", "\"inform\"", "\"pass\"", "null", "[]", "1.5"),
        (name, value) => (name, JsonNode.Parse(value)));

    [Fact]
    public void What_the_reader_reads_the_schema_allows_and_what_the_schema_allows_the_reader_reads() => Members.Array[0, 4].Sample(members =>
    {
        var file = new JsonObject(members.DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, member.Value?.DeepClone())));

        Assert.Equal(s_schema.Evaluate(JsonDocument.Parse(file.ToJsonString()).RootElement).IsValid, Reads(file.ToJsonString()));
    });

    private static Gen<string> Pick(params string[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static bool Reads(string json)
    {
        try
        {
            GatePolicyReader.Parse(Encoding.UTF8.GetBytes(json), "perf-gate.json");
            return true;
        }
        catch (ToolException)
        {
            return false;
        }
    }
}
