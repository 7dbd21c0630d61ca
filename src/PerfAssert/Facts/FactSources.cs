using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace PerfAssert.Facts;

/// <summary>The sources that a test assembly names in its metadata.</summary>
internal static class FactSources
{
    private const string Key = "PerfAssert.FactSource";

    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<IFactSource>> Sources = new();

    /// <summary>The sources of an assembly's tests, created once.</summary>
    /// <exception cref="PerfTestException">One of them cannot be created.</exception>
    public static IReadOnlyList<IFactSource> Of(Assembly testAssembly) => Sources.GetOrAdd(testAssembly, assembly => Named(
            assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(a => a.Key == Key).Select(a => a.Value ?? ""), assembly));

    internal static IReadOnlyList<IFactSource> Named(IEnumerable<string> names, Assembly testAssembly) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(name => Create(name, testAssembly))];

    /// <summary>In the test assembly's own load context: another build of the same tests may be loaded beside it.</summary>
    private static IFactSource Create(string name, Assembly testAssembly)
    {
        try
        {
            var context = AssemblyLoadContext.GetLoadContext(testAssembly) ?? AssemblyLoadContext.Default;
            var type = Type.GetType(name, context.LoadFromAssemblyName, typeResolver: null, throwOnError: true)!;
            return (IFactSource)Activator.CreateInstance(type)!;
        }
        catch (Exception e)
        {
            throw new PerfTestException(
                $"{testAssembly.GetName().Name} names '{name}' as its {Key}, which cannot be used: {(e is TargetInvocationException { InnerException: { } inner } ? inner : e).Message} "
                + "Name a type with a public constructor without parameters that implements PerfAssert.IFactSource, as \"Namespace.Type, Assembly\".",
                e);
        }
    }
}
