namespace PerfAnalyzers.EfModel.References.Json;

/// <summary>The text isn't the JSON that was asked for. Never leaves the readers of documents.</summary>
internal sealed class JsonFormatException(string problem, int position) : Exception($"{problem} (character {position + 1})");
