namespace PerfTool.Tests.K6;

/// <summary>Runs where Node and k6's types are installed. In CI, which skips nothing, it runs and fails where they aren't.</summary>
internal sealed class K6TypesFactAttribute : FactAttribute
{
    public K6TypesFactAttribute()
    {
        if ((NodeTools.Node is null || !Directory.Exists(NodeTools.Modules)) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "k6's types aren't installed (npm ci in tests/K6): the test checks a script against them.";
    }
}
