using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace PerfAssert.Measuring;

/// <summary>
/// Why a figure taken in this process would mean nothing: no optimization, a debugger, instrumented code. Each answer is the
/// reason as the user reads it, or null.
/// </summary>
internal static class Preconditions
{
    /// <summary>What can be known before the test ran.</summary>
    public static string? BeforeRun(Assembly testAssembly) =>
        OfProcess(Debugger.IsAttached, Environment.GetEnvironmentVariable, LoadedAssemblyNames())
        ?? (IsUnoptimized(testAssembly) ? Unoptimized(testAssembly) : null);

    /// <summary>
    /// What can be known once the test ran and the assemblies it uses are loaded: they must be optimized and
    /// uninstrumented as well.
    /// </summary>
    public static string? AfterFirstRun(Assembly testAssembly)
    {
        foreach (var assembly in LoadedReferencesOf(testAssembly))
        {
            if (IsUnoptimized(assembly))
                return Unoptimized(assembly);
            if (IsInstrumented(assembly))
                return $"coverage: {assembly.GetName().Name} is instrumented, which changes its speed";
        }

        return null;
    }

    internal static string? OfProcess(bool debugger, Func<string, string?> environment, IEnumerable<string> loadedAssemblies)
    {
        if (debugger)
            return "a debugger is attached";
        if (environment("CORECLR_ENABLE_PROFILING") == "1" || environment("COR_ENABLE_PROFILING") == "1")
            return "a profiler or coverage collector is attached (CORECLR_ENABLE_PROFILING=1)";
        var coverage = loadedAssemblies.FirstOrDefault(name =>
            name.StartsWith("coverlet.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Microsoft.CodeCoverage.Instrumentation", StringComparison.OrdinalIgnoreCase));
        return coverage is null ? null : $"coverage is being collected ({coverage})";
    }

    /// <summary>Whether the compiler told the JIT not to optimize: what `dotnet build` does without -c Release.</summary>
    internal static bool IsUnoptimized(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;

    private static string Unoptimized(Assembly assembly) =>
        $"{assembly.GetName().Name} is a Debug build; measure with dotnet test -c Release";

    private static IEnumerable<string> LoadedAssemblyNames() =>
        AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name ?? "");

    private static IEnumerable<Assembly> LoadedReferencesOf(Assembly root)
    {
        // Another build of the same assemblies may be loaded beside: its own context comes first.
        var context = AssemblyLoadContext.GetLoadContext(root);
        var loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => !a.IsDynamic)
            .GroupBy(a => a.GetName().Name ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(a => AssemblyLoadContext.GetLoadContext(a) == context ? 0 : 1)!, StringComparer.Ordinal);
        var seen = new HashSet<Assembly> { root };
        var queue = new Queue<Assembly>(seen);
        while (queue.TryDequeue(out var assembly))
        {
            yield return assembly;
            foreach (var reference in assembly.GetReferencedAssemblies())
            {
                // The framework itself is never a Debug build, and walking it would take longer than the rest.
                if (reference.Name is { } name && !IsFramework(name) && loaded.TryGetValue(name, out var found) && seen.Add(found))
                    queue.Enqueue(found);
            }
        }
    }

    private static bool IsFramework(string name) =>
        name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>Coverlet writes its tracker into the assembly. Only code built here is instrumented, and that lies beside its symbols.</summary>
    private static bool IsInstrumented(Assembly assembly)
    {
        if (assembly.Location.Length == 0 || !File.Exists(Path.ChangeExtension(assembly.Location, ".pdb")))
            return false;
        try
        {
            return assembly.GetTypes().Any(t => t.Namespace == "Coverlet.Core.Instrumentation.Tracker");
        }
        catch (ReflectionTypeLoadException)
        {
            return false;
        }
    }
}
