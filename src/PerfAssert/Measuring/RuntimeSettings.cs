using System.Runtime;

namespace PerfAssert.Measuring;

/// <summary>Runtime settings that change how fast the same code runs: only those that are not at their default are named.</summary>
internal static class RuntimeSettings
{
    private static readonly string[] Variables =
        ["TieredCompilation", "TieredPGO", "TC_QuickJit", "TC_QuickJitForLoops", "ReadyToRun", "JITMinOpts", "OSR_HitLimit", "gcConcurrent", "GCgen0size"];

    private static readonly string[] Switches =
        ["System.Runtime.TieredCompilation", "System.Runtime.TieredPGO", "System.Runtime.TieredCompilation.QuickJit", "System.Runtime.TieredCompilation.QuickJitForLoops"];

    /// <summary>For example "server GC, TieredPGO=0"; empty when all is at its default.</summary>
    public static string Describe() => Describe(
        GCSettings.IsServerGC,
        Environment.GetEnvironmentVariable,
        name => AppContext.TryGetSwitch(name, out var value) ? value : null);

    internal static string Describe(bool serverGc, Func<string, string?> environment, Func<string, bool?> appSwitch)
    {
        var found = new List<string>();
        if (serverGc)
            found.Add("server GC");
        foreach (var name in Switches)
        {
            if (appSwitch(name) == false)
                found.Add($"{name["System.Runtime.".Length..]}=0");
        }

        foreach (var name in Variables)
        {
            var value = environment("DOTNET_" + name) ?? environment("COMPlus_" + name);
            if (!string.IsNullOrEmpty(value))
                found.Add($"{name}={value}");
        }

        return string.Join(", ", found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)).Replace('|', '/');
    }
}
