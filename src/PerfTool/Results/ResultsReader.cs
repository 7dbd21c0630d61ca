using System.Text.Json;
using System.Text.Json.Serialization;
using PerfTool.Cli;

namespace PerfTool.Results;

/// <summary>Results files: text to records and back. What cannot be read is one clear line with file and place.</summary>
internal static class ResultsReader
{
    /// <summary>No run of tests leaves as much; a larger file is something else.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What messages call it.</param>
    /// <exception cref="ToolException">It is not there, too large, or no results of this version.</exception>
    public static ResultsFile Read(string path, string shown)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new ToolException($"{shown} is not there. Run the tests first: dotnet test -c Release.");
        if (file.Length > MostBytes)
            throw new ToolException($"{shown} is {file.Length / 1048576:#,0} MB, and no results file: those stay below {MostBytes / 1048576} MB.");
        return Parse(File.ReadAllBytes(path), shown) with { Source = Path.GetFullPath(path) };
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="utf8">The content.</param>
    /// <param name="shown">What messages call it.</param>
    /// <exception cref="ToolException">It holds no results of this version.</exception>
    public static ResultsFile Parse(ReadOnlySpan<byte> utf8, string shown)
    {
        try
        {
            var version = JsonSerializer.Deserialize<Version>(utf8, s_options);
            if (version is { Schema: { } schema and not ResultsFile.CurrentSchema })
                throw new ToolException($"{shown} was written with schema {schema} by another version of PerfAssert; this perftool reads schema {ResultsFile.CurrentSchema}. Update both to the same version.");
            return JsonSerializer.Deserialize<ResultsFile>(utf8, s_options) ?? throw new ToolException($"{shown} holds no results.");
        }
        catch (JsonException e)
        {
            throw new ToolException($"{shown}({e.LineNumber + 1}): no perf results: {e.Message.Split(". Path:", 2)[0].TrimEnd('.').ReplaceLineEndings(" ")}. Run the tests again; a run that was cut off may leave half a file.", e);
        }
    }

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(ResultsFile results) => [.. JsonSerializer.SerializeToUtf8Bytes(results, s_options), (byte)'\n'];

    private sealed record Version(int? Schema = null);
}
