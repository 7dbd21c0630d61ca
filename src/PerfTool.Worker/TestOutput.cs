using System.Runtime.Loader;

namespace PerfTool.Worker;

/// <summary>The output folder of the tests: PerfAssert and the test framework come from there, in the versions that the tests were built with.</summary>
internal static class TestOutput
{
    /// <summary>Has every assembly that this process lacks taken from the folder.</summary>
    public static void ResolveFrom(string folder) => AssemblyLoadContext.Default.Resolving += (context, name) =>
        Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
}
