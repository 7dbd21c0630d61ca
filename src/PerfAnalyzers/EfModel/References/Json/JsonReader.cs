using System.Globalization;
using System.Text;

namespace PerfAnalyzers.EfModel.References.Json;

/// <summary>
/// Reads JSON of a known shape, front to back: the caller asks for what must come next, and anything else is a
/// <see cref="JsonFormatException"/>. Nesting is bounded: nothing is read that the caller doesn't ask for, and what it skips by a limit.
/// A library would do better, but an analyzer must not bring dependencies: they would be loaded into the compiler.
/// </summary>
internal sealed class JsonReader(string text)
{
    /// <summary>Longer texts are refused.</summary>
    public const int MaximumLength = 1 << 24;

    private const int MaximumDepth = 64;

    private int _position;

    /// <summary>Where the text read last begins, its quotation mark included.</summary>
    public int TextStart { get; private set; }

    /// <summary>Where the text read last ends.</summary>
    public int TextEnd { get; private set; }

    /// <summary>Reads an object: <paramref name="member"/> is handed each name and reads the value.</summary>
    public void Object(Action<string> member)
    {
        Expect('{');
        if (TryTake('}'))
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var name = Text();
            if (!names.Add(name))
                throw Unexpected($"'{name}' occurs twice");
            Expect(':');
            member(name);
        }
        while (TryTake(','));
        Expect('}');
    }

    /// <summary>Reads an array: <paramref name="element"/> reads each value.</summary>
    public List<T> Array<T>(Func<T> element)
    {
        var list = new List<T>();
        Expect('[');
        if (TryTake(']'))
            return list;
        do
            list.Add(element());
        while (TryTake(','));
        Expect(']');
        return list;
    }

    public string Text()
    {
        Expect('"');
        TextStart = _position - 1;
        var value = RestOfText();
        TextEnd = _position;
        return value;
    }

    /// <summary>Passes over a value of any shape.</summary>
    public void Skip() => Skip(0);

    private void Skip(int depth)
    {
        if (depth++ > MaximumDepth)
            throw Unexpected("nested too deep");
        SkipSpace();
        switch (_position < text.Length ? text[_position] : '\0')
        {
            case '{':
                Object(_ => Skip(depth));
                break;
            case '[':
                Array(() =>
                {
                    Skip(depth);
                    return true;
                });
                break;
            case '"':
                Text();
                break;
            case '-' or (>= '0' and <= '9'):
                SkipNumber();
                break;
            default:
                if (!TryTakeWord("true") && !TryTakeWord("false") && !TryTakeWord("null"))
                    throw Unexpected("expected a value");
                break;
        }
    }

    private void SkipNumber()
    {
        while (_position < text.Length && text[_position] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            _position++;
    }

    private string RestOfText()
    {
        var start = _position;
        while (_position < text.Length && text[_position] is not ('"' or '\\') and >= ' ')
            _position++;
        if (_position < text.Length && text[_position] == '"')
            return text.Substring(start, _position++ - start);

        var value = new StringBuilder(text, start, _position - start, 256);
        while (true)
        {
            var next = Next();
            switch (next)
            {
                case '"':
                    return value.ToString();
                case '\\':
                    value.Append(Escaped());
                    break;
                case < ' ':
                    throw Unexpected("a control character stands in a string");
                default:
                    value.Append(next);
                    break;
            }
        }
    }

    public bool Flag()
    {
        SkipSpace();
        if (TryTakeWord("true"))
            return true;
        return TryTakeWord("false") ? false : throw Unexpected("expected true or false");
    }

    /// <summary>Reads a number that counts something.</summary>
    public int Number()
    {
        SkipSpace();
        var start = _position;
        while (_position < text.Length && text[_position] is >= '0' and <= '9')
            _position++;
        return int.TryParse(text.Substring(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unexpected("expected a number");
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public void End()
    {
        SkipSpace();
        if (_position < text.Length)
            throw Unexpected("expected the end");
    }

    public JsonFormatException Unexpected(string problem) => new(problem, _position);

    private char Escaped() => Next() switch
    {
        '"' => '"',
        '\\' => '\\',
        '/' => '/',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => CodeUnit(),
        _ => throw Unexpected("unknown escape"),
    };

    private char CodeUnit()
    {
        if (_position + 4 > text.Length || !ushort.TryParse(text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            throw Unexpected("expected four hexadecimal digits");
        _position += 4;
        return (char)unit;
    }

    private char Next() => _position < text.Length ? text[_position++] : throw Unexpected("the text ends too early");

    private void Expect(char expected)
    {
        if (!TryTake(expected))
            throw Unexpected($"expected '{expected}'");
    }

    private bool TryTake(char wanted)
    {
        SkipSpace();
        if (_position >= text.Length || text[_position] != wanted)
            return false;
        _position++;
        return true;
    }

    private bool TryTakeWord(string word)
    {
        if (string.CompareOrdinal(text, _position, word, 0, word.Length) != 0)
            return false;
        _position += word.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\r' or '\n')
            _position++;
    }
}
