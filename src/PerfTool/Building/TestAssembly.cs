namespace PerfTool.Building;

/// <summary>A test assembly that was built, with all it needs beside it.</summary>
/// <param name="Path">The assembly.</param>
/// <param name="TargetFramework">What it was built for, such as "net10.0".</param>
internal sealed record TestAssembly(string Path, string TargetFramework)
{
    /// <summary>The settings its processes run with.</summary>
    public string RuntimeConfig => System.IO.Path.ChangeExtension(Path, ".runtimeconfig.json");
}
