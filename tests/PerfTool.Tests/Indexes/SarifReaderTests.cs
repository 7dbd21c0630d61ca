using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using PerfTool.Cli;
using PerfTool.Indexes.Merging;
using PerfTool.Indexes.Sarif;

namespace PerfTool.Tests.Indexes;

public class SarifReaderTests
{
    private static readonly string s_log = SarifText.Log(SarifText.Advice("Shop.Order", "Email;Phone,CreatedAt desc", "1;1", line: 7));

    [Fact]
    public void A_finding_has_its_place() => Assert.Equal("/src/Queries.cs:7 (PERF101)", Assert.Single(Read(s_log).Findings).Site.ToString());

    [Fact]
    public void An_OR_advises_several_indexes() =>
        Assert.Equal(["(Email)", "(Phone, CreatedAt desc)"], Assert.Single(Read(s_log).Findings).Advised.Select(index => index.ToString()));

    [Fact]
    public void Columns_have_the_names_that_the_database_has_for_them()
    {
        var finding = Assert.Single(Read(SarifText.Log(SarifText.Advice("Shop.Order", "Email,CreatedAt desc", "1", columnNames: "email,created_at", schema: "sales"))).Findings);

        Assert.Equal("sales.Orders (email, created_at desc)", Assert.Single(AdviceMerger.Merge([finding])).ToString());
    }

    [Fact]
    public void A_suggestion_counts() => Assert.Single(Read(SarifText.Log(SarifText.Advice("Shop.Order", "Email", "1", level: "note"))).Findings);

    [Fact]
    public void What_is_suppressed_in_the_source_does_not_count()
    {
        var suppressed = SarifText.Advice("Shop.Order", "Email", "1");
        suppressed["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource" });

        Assert.Empty(Read(SarifText.Log(suppressed)).Findings);
    }

    [Fact]
    public void A_finding_without_advice_is_none() => Assert.Empty(Read(SarifText.Log(SarifText.Advice("Shop.Order", "", ""))).Findings);

    [Theory]
    [InlineData("Email", "2", "'2' of 1 columns are interchangeable")]
    [InlineData("Email", "x", "'x' of 1 columns are interchangeable")]
    [InlineData("Email,,Phone", "1", "'Email,,Phone' are no columns of an index")]
    [InlineData("Email;Phone", "1", "2 indexes and 1 counts of interchangeable columns")]
    public void Advice_of_another_version_is_said_to_be(string advised, string interchangeable, string problem) =>
        Assert.Contains(problem, Assert.Throws<ToolException>(() => Read(SarifText.Log(SarifText.Advice("Shop.Order", advised, interchangeable)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "version": "1.0.0" }""", "build.sarif is SARIF 1.0.0, and SARIF 2.1 is read")]
    [InlineData("""{ "runs": [] }""", "build.sarif is no SARIF log")]
    [InlineData("{\n\"version\": \"2.1.0\",\n\"runs\": [", "build.sarif(3): not JSON, or only half a file")]
    [InlineData("", "build.sarif(1): not JSON")]
    public void What_is_no_log_of_SARIF_2_1_is_refused_in_one_line(string text, string problem)
    {
        var message = Assert.Throws<ToolException>(() => Read(text)).Message;

        Assert.StartsWith(problem, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void No_bytes_do_harm() => Gen.Byte.Array[0, 200].Sample(bytes => IsHarmless(bytes));

    [Fact]
    public void No_broken_log_does_harm()
    {
        var log = Encoding.UTF8.GetBytes(s_log);
        Gen.Select(Gen.Int[0, log.Length - 1], Gen.Byte, Gen.Int[0, log.Length]).Sample((at, value, length) =>
        {
            var broken = log.ToArray();
            broken[at] = value;
            return IsHarmless(broken[..Math.Max(length, at)]);
        });
    }

    [Fact]
    public void No_JSON_of_another_shape_does_harm()
    {
        // Each value of a log replaced by one of another kind.
        string[] others = ["null", "1", "\"x\"", "[]", "{}", "[1]", "\"\\ud800\"", "1e999"];
        var log = s_log.Replace("\r", "", StringComparison.Ordinal);
        var lines = log.Split('\n');
        Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, others.Length - 1]).Sample((at, other) =>
        {
            var changed = lines.ToArray();
            if (changed[at].IndexOf("\": ", StringComparison.Ordinal) is var colon && colon > 0 && !changed[at].TrimEnd().EndsWith('{') && !changed[at].TrimEnd().EndsWith('['))
                changed[at] = changed[at][..(colon + 3)] + others[other] + (changed[at].EndsWith(',') ? "," : "");
            return IsHarmless(Encoding.UTF8.GetBytes(string.Join('\n', changed)));
        });
    }

    private static bool IsHarmless(byte[] bytes)
    {
        try
        {
            AdviceMerger.Merge(SarifReader.Parse(bytes, "build.sarif", file => file).Findings);
        }
        catch (ToolException)
        {
            // The one thing that may be thrown.
        }

        return true;
    }

    private static SarifLog Read(string text) => SarifReader.Parse(Encoding.UTF8.GetBytes(text), "build.sarif", file => file);
}
