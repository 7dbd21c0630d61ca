namespace PerfTool.Tests.K6;

/// <summary>Runs where Node is installed. In CI, which skips nothing, it runs and fails where it isn't.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (NodeTools.Node is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "Node isn't installed: the test runs a k6 script in it.";
    }
}
