namespace PerfAssert.Loads.Scenarios;

/// <summary>The JSON schema of scenarios (draft 2020-12), for editors: they complete and check a file that names it as its <c>$schema</c>.</summary>
/// <remarks>What it cannot say the reader checks besides: that a variable is there where it is used, and that all rows of the data have the same columns.</remarks>
public static class LoadScenarioSchema
{
    /// <summary>What the schema's file is called beside scenarios.</summary>
    public const string FileName = "load-scenario.schema.json";

    /// <summary>The schema's text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(LoadScenarioSchema).Assembly.GetManifestResourceStream(FileName)!);
        return reader.ReadToEnd();
    }
}
