using System.Globalization;
using System.Text;

namespace PerfTool.Alerts.NewRelic;

/// <summary>Writes Terraform's language: blocks and what they set.</summary>
internal sealed class Hcl
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A block with what is written inside <paramref name="body"/>.</summary>
    public Hcl Block(string head, Action body)
    {
        if (_text.Length > 0 && !_text.ToString().EndsWith("{\n", StringComparison.Ordinal))
            _text.Append('\n');
        Line(head + " {");
        _depth++;
        body();
        _depth--;
        return Line("}");
    }

    /// <summary>A setting whose value is text.</summary>
    public Hcl Text(string name, string value) => Line($"{name} = {Quote(value)}");

    public Hcl Number(string name, double value) => Line($"{name} = {value.ToString("R", CultureInfo.InvariantCulture)}");

    /// <summary>A setting whose value is an expression: a reference, a list, true.</summary>
    public Hcl Expression(string name, string expression) => Line($"{name} = {expression}");

    public Hcl Line(string line)
    {
        _text.Append(' ', 2 * _depth).Append(line).Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A text as a quoted template in which nothing is a template (https://developer.hashicorp.com/terraform/language/expressions/strings).</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => $"{c}{c}",
                _ when char.IsControl(c) => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
