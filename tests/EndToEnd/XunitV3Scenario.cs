namespace PerfTooling.EndToEnd;

/// <summary>The package for xunit v3 in a fresh solution: on Microsoft.Testing.Platform, started by itself, and on VSTest.</summary>
public sealed class XunitV3Scenario : IAsyncLifetime
{
    private const string OnTestingPlatform = """{ "test": { "runner": "Microsoft.Testing.Platform" } }""";

    internal ShopSolution Shop { get; private set; } = null!;

    internal CommandResult WithoutBaseline { get; private set; } = null!;

    internal bool WasReceived { get; private set; }

    internal CommandResult Started { get; private set; } = null!;

    internal CommandResult Slower { get; private set; } = null!;

    internal CommandResult WithLoop { get; private set; } = null!;

    internal CommandResult OnVSTest { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ShopSolution.CreateAsync();
        Shop.Write("global.json", OnTestingPlatform);
        Shop.WriteTestProject("Exe", "xunit.v3", "PerfAssert.Xunit.v3", "PerfAssert.EntityFrameworkCore");
        WithoutBaseline = await Shop.RunAsync("test", "-c", "Release");
        WasReceived = File.Exists(Shop.PathOf(PerfTestScenario.Received));
        Started = await Shop.RunAsync("run", "--project", "Shop.Tests", "-c", "Release", "--no-build");

        File.Move(Shop.PathOf(PerfTestScenario.Received), Shop.PathOf(PerfTestScenario.Baseline));
        Shop.WritePricing(rounds: 4_000);
        Slower = await PerfTestScenario.DecidedRunAsync(Shop);

        Shop.WriteOrdersPerf("MaxCommands = 1", "foreach (var id in ids) count += db.Orders.Count(order => order.Id == id);");
        WithLoop = await Shop.RunAsync("test");

        File.Delete(Shop.PathOf("global.json"));
        Shop.WriteTestProject("Exe", "Microsoft.NET.Test.Sdk", "xunit.v3.mtp-off", "xunit.runner.visualstudio", "PerfAssert.Xunit.v3", "PerfAssert.EntityFrameworkCore");
        OnVSTest = await Shop.RunAsync("test", "--filter", "PricingPerf");
    }

    public Task DisposeAsync()
    {
        Shop.Dispose();
        return Task.CompletedTask;
    }
}
