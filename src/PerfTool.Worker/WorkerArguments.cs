namespace PerfTool.Worker;

/// <summary>What the worker is asked to do.</summary>
/// <param name="Now">The test assembly whose tests are listed or compared.</param>
/// <param name="Before">The older build of it; null to list the tests only.</param>
/// <param name="BeforeName">What the older build is called.</param>
/// <param name="Filter">Compares only tests whose key holds this text; null for all.</param>
/// <param name="NewerFirst">Whether the newer build is called first.</param>
internal sealed record WorkerArguments(string Now, string? Before, string BeforeName, string? Filter, bool NewerFirst)
{
    /// <summary>Reads <c>--now DLL [--before DLL --name NAME --first now|before] [--filter TEXT]</c>.</summary>
    public static WorkerArguments Parse(string[] args)
    {
        var values = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new WorkerArguments(values["--now"], values.GetValueOrDefault("--before"), values.GetValueOrDefault("--name") ?? "before", values.GetValueOrDefault("--filter"), values.GetValueOrDefault("--first") == "now");
    }
}
