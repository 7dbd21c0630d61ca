using Microsoft.CodeAnalysis.Text;

namespace PerfAnalyzers.Queries;

/// <summary>
/// Tells whether a stretch of source text may mention one of some names, by looking at its characters alone: no node is made of code that has nothing to do
/// with queries, which is most of all code. A text that only seems to mention one (in a comment, or by the same hash) does no harm.
/// </summary>
internal sealed class NameScan
{
    private const int BufferSize = 4096;

    /// <summary>Of FNV-1a; http://www.isthe.com/chongo/tech/comp/fnv/.</summary>
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    [ThreadStatic]
    private static char[]? s_buffer;

    private readonly HashSet<uint> _hashes = [];

    public NameScan(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var hash = Offset;
            foreach (var c in name)
                hash = (hash ^ c) * Prime;
            _hashes.Add(hash);
        }
    }

    /// <summary>False only where none of the names stands in <paramref name="span"/>.</summary>
    public bool MayMention(SourceText text, TextSpan span)
    {
        var buffer = s_buffer ??= new char[BufferSize];
        var hash = Offset;
        var (isName, isEscape) = (false, false);
        for (var start = span.Start; start < span.End; start += BufferSize)
        {
            var length = Math.Min(BufferSize, span.End - start);
            text.CopyTo(start, buffer, 0, length);
            for (var i = 0; i < length; i++)
            {
                var c = buffer[i];
                if (c < 128 ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' : !char.IsWhiteSpace(c))
                {
                    // A name may be written with escapes.
                    if (isEscape && c is ('u' or 'U'))
                        return true;
                    hash = (hash ^ c) * Prime;
                    (isName, isEscape) = (true, false);
                    continue;
                }

                if (isName && _hashes.Contains(hash))
                    return true;
                (hash, isName, isEscape) = (Offset, false, c == '\\');
            }
        }

        return isName && _hashes.Contains(hash);
    }
}
