using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.EfModel.References.Json;

namespace PerfAssert.Analyzers.Baselines;

/// <summary>What a *.perf.json says of which tests it holds entries of. A file that can't be read fails its tests when they run, so it needs no words here.</summary>
/// <param name="IsReadable">Whether all of it was understood.</param>
/// <param name="Entries">The entries; none in a file that wasn't.</param>
internal sealed record BaselineText(bool IsReadable, ImmutableArray<BaselineEntry> Entries)
{
    private const string Schema = "schema";
    private const int NewestSchema = 1;

    private static readonly BaselineText s_unreadable = new(false, ImmutableArray<BaselineEntry>.Empty);

    /// <summary>While a file doesn't change, its text is the same object from one compilation to the next.</summary>
    private static readonly ConditionalWeakTable<SourceText, BaselineText> s_known = new();

    public static BaselineText Of(SourceText text) => s_known.GetValue(text, Read);

    private static BaselineText Read(SourceText source)
    {
        if (source.Length > JsonReader.MaximumLength)
            return s_unreadable;
        try
        {
            return Read(new JsonReader(source.ToString()));
        }
        catch (JsonFormatException)
        {
            return s_unreadable;
        }
    }

    private static BaselineText Read(JsonReader reader)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var understood = true;
        var schema = 0;
        reader.Object(name =>
        {
            if (name == Schema)
            {
                schema = reader.Number();
                return;
            }

            if (BaselineEntry.Parse(name, TextSpan.FromBounds(reader.TextStart, reader.TextEnd)) is { } entry)
                entries.Add(entry);
            else
                understood = false;
            reader.Skip();
        });
        reader.End();
        return schema is > 0 and <= NewestSchema ? new BaselineText(understood, entries.ToImmutable()) : s_unreadable;
    }
}
