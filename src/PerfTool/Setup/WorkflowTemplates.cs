namespace PerfTool.Setup;

/// <summary>GitHub workflows that the tool brings along.</summary>
internal static class WorkflowTemplates
{
    private const string Prefix = "templates/";

    /// <summary>Their text, by the path they belong at.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var assembly = typeof(WorkflowTemplates).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
            name => ".github/workflows/" + name[Prefix.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }
}
