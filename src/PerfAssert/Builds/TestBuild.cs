using System.Reflection;
using System.Runtime.Loader;

namespace PerfAssert.Builds;

/// <summary>
/// One build of a test assembly, loaded beside others of the same process: everything it brings along is loaded anew, statics and all; only what the
/// host shares is one for all.
/// </summary>
/// <remarks>
/// Never unloaded: code of a context that can be unloaded is slower. Native libraries are loaded once for each build, too, and two copies of SQLite that use one database
/// file can destroy it: each build needs files of its own. <see cref="BuildComparer"/> refuses such tests on Linux.
/// </remarks>
public sealed class TestBuild
{
    private TestBuild(string name, Assembly assembly)
    {
        Name = name;
        Assembly = assembly;
    }

    /// <summary>What the build is called in messages, such as a git revision.</summary>
    public string Name { get; }

    /// <summary>The test assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Loads a build.</summary>
    /// <param name="assemblyPath">The test assembly, with its .deps.json and all it needs beside it.</param>
    /// <param name="name">What the build is called in messages.</param>
    /// <param name="host">What will create its tests: it and the assemblies it references are shared by all builds.</param>
    /// <exception cref="PerfTestException">The assembly is not there, or is no assembly.</exception>
    public static TestBuild Load(string assemblyPath, string name, ITestHost host)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyPath);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(host);
        var path = Path.GetFullPath(assemblyPath);
        if (!File.Exists(path))
            throw new PerfTestException($"{path}, the tests of {name}, is not there. Build them first: dotnet build -c Release.");
        try
        {
            return new TestBuild(name, new Context(path, name, SharedBy(host)).LoadFromAssemblyPath(path));
        }
        catch (BadImageFormatException e)
        {
            throw new PerfTestException($"{path}, the tests of {name}, is no .NET assembly: {e.Message}", e);
        }
    }

    private static HashSet<string> SharedBy(ITestHost host)
    {
        var shared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var assembly in new[] { host.GetType().Assembly, typeof(TestBuild).Assembly })
        {
            shared.Add(assembly.GetName().Name!);
            shared.UnionWith(assembly.GetReferencedAssemblies().Select(reference => reference.Name!));
        }

        return shared;
    }

    private sealed class Context(string path, string name, HashSet<string> shared) : AssemblyLoadContext(name)
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        /// <summary>Null leaves it to the default context: what is shared, and the framework.</summary>
        protected override Assembly? Load(AssemblyName assemblyName) =>
            !shared.Contains(assemblyName.Name ?? "") && _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : IntPtr.Zero;
    }
}
