using System.Globalization;
using System.Text;

namespace PerfAnalyzers.EfModel.References.Json;

/// <summary>Writes compact JSON in plain ASCII, so that no encoding on its way can change it. See <see cref="JsonReader"/> for why it is our own.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private bool _needsComma;

    public JsonWriter Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    public JsonWriter Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    /// <summary>Starts a new line, where the format allows any space.</summary>
    public JsonWriter Line()
    {
        if (_needsComma)
            _text.Append(',');
        _text.Append('\n');
        _needsComma = false;
        return this;
    }

    public JsonWriter Name(string name)
    {
        Value(name);
        _text.Append(':');
        _needsComma = false;
        return this;
    }

    public JsonWriter Value(string value)
    {
        Separate();
        _text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                _text.Append('\\').Append(c);
            else if (c is >= ' ' and < '\x7f')
                _text.Append(c);
            else
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        _text.Append('"');
        return this;
    }

    public JsonWriter Value(bool value) => Literal(value ? "true" : "false");

    public JsonWriter Value(int value) => Literal(value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    private JsonWriter Literal(string value)
    {
        Separate();
        _text.Append(value);
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
            _text.Append(',');
        _needsComma = true;
    }
}
