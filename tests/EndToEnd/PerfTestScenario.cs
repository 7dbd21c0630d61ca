namespace PerfTooling.EndToEnd;

/// <summary>The life of one perf test: no baseline, accepted, slower, then a baseline that someone broke by hand.</summary>
public sealed class PerfTestScenario : IAsyncLifetime
{
    internal const string Baseline = "Shop.Tests/PricingPerf.perf.json";
    internal const string Received = "Shop.Tests/PricingPerf.perf.received.json";
    internal const string Corrupt = "{\n  \"schema\": 1,\n  \"tests\": oops\n}\n";

    /// <summary>
    /// How often a run is repeated while the machine is too noisy to decide. Inconclusive is a right answer on a noisy machine, but not the
    /// one these tests are about.
    /// </summary>
    private const int MaxAttempts = 4;

    internal ShopSolution Shop { get; private set; } = null!;

    internal CommandResult Debug { get; private set; } = null!;

    internal CommandResult WithoutBaseline { get; private set; } = null!;

    internal bool WasReceived { get; private set; }

    internal CommandResult WithBaseline { get; private set; } = null!;

    internal CommandResult Slower { get; private set; } = null!;

    internal CommandResult WithCorruptBaseline { get; private set; } = null!;

    internal string CorruptBaselineAfterwards { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ShopSolution.CreateAsync();
        Debug = await Shop.RunAsync("test", "-c", "Debug");

        WithoutBaseline = await Shop.RunAsync("test", "-c", "Release");
        WasReceived = File.Exists(Shop.PathOf(Received));

        File.Move(Shop.PathOf(Received), Shop.PathOf(Baseline));
        WithBaseline = await DecidedRunAsync(Shop);

        Shop.WritePricing(rounds: 4_000);
        Slower = await DecidedRunAsync(Shop);

        Shop.WritePricing(rounds: 2_000);
        Shop.Write(Baseline, Corrupt);
        WithCorruptBaseline = await Shop.RunAsync("test", "-c", "Release");
        CorruptBaselineAfterwards = Shop.Read(Baseline);
    }

    public Task DisposeAsync()
    {
        Shop.Dispose();
        return Task.CompletedTask;
    }

    internal static async Task<CommandResult> DecidedRunAsync(ShopSolution shop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await shop.RunAsync("test", "-c", "Release");
            if (attempt == MaxAttempts || !shop.Read("Shop.Tests/TestResults/perf-summary.txt").Contains("1 inconclusive", StringComparison.Ordinal))
                return result;
        }
    }
}
