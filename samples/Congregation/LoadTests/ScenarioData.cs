namespace Congregation.LoadTests;

/// <summary>The scenarios in samples/Congregation/load, a row each.</summary>
public sealed class ScenarioData : TheoryData<string>
{
    public ScenarioData()
    {
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*.load.json").Order(StringComparer.Ordinal))
            Add(Path.GetFileName(file));
    }
}
