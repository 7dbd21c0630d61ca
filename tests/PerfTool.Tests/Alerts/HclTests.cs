using CsCheck;
using PerfTool.Alerts.NewRelic;

namespace PerfTool.Tests.Alerts;

public class HclTests
{
    [Fact]
    public void Any_text_comes_back_from_its_quotes() => Gen.String[0, 40].Sample(text => Assert.Equal(text, Unquote(Hcl.Quote(text))));

    [Fact]
    public void What_would_be_a_template_is_text() => Gen.OneOf("${a}", "%{if x}", "$${a}", "$", "%", "{", "\"${\"", "a$").Array[1, 6].Select(parts => string.Concat(parts)).Sample(text =>
        Assert.Equal(text, Unquote(Hcl.Quote(text))));

    [Theory]
    [InlineData("auth.login", "'auth.login'")]
    [InlineData("it's", "'it\\'s'")]
    [InlineData("a\\", "'a\\\\'")]
    public void Texts_in_queries_end_where_they_should(string text, string quoted) => Assert.Equal(quoted, Nrql.Quote(text));

    /// <summary>Reads a quoted template as HCL's specification says, and stops where a template would begin.</summary>
    private static string Unquote(string quoted)
    {
        Assert.True(quoted.Length >= 2 && quoted[0] == '"' && quoted[^1] == '"');
        var text = new System.Text.StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            Assert.NotEqual('"', quoted[i]);
            if (quoted[i] == '\\')
            {
                i++;
                text.Append(quoted[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'u' => (char)Convert.ToInt32(quoted.Substring(i + 1, 4), 16), var c => c });
                i += quoted[i] == 'u' ? 4 : 0;
            }
            else if (quoted[i] is '$' or '%' && i + 2 < quoted.Length && quoted[i + 1] == quoted[i] && quoted[i + 2] == '{')
            {
                text.Append(quoted[i]).Append('{');
                i += 2;
            }
            else
            {
                Assert.False(quoted[i] is '$' or '%' && quoted[i + 1] == '{', "a template begins");
                text.Append(quoted[i]);
            }
        }

        return text.ToString();
    }
}
