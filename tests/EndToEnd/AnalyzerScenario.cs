namespace PerfTooling.EndToEnd;

/// <summary>Builds the fresh solution, lets <c>dotnet format</c> apply the fix, and builds again.</summary>
public sealed class AnalyzerScenario : IAsyncLifetime
{
    internal ShopSolution Shop { get; private set; } = null!;

    internal CommandResult FirstBuild { get; private set; } = null!;

    internal CommandResult Format { get; private set; } = null!;

    internal CommandResult SecondBuild { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ShopSolution.CreateAsync();
        FirstBuild = await Shop.RunAsync("build", "Shop");
        Format = await Shop.RunAsync("format", "analyzers", "Shop", "--diagnostics", "PERF101", "--severity", "warn", "--no-restore");
        SecondBuild = await Shop.RunAsync("build", "Shop", "--no-incremental");
    }

    public Task DisposeAsync()
    {
        Shop.Dispose();
        return Task.CompletedTask;
    }
}
