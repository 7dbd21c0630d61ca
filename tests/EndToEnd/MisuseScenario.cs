namespace PerfTooling.EndToEnd;

/// <summary>Builds the fresh solution with a perf test that measures nothing, and a baseline whose test is gone.</summary>
public sealed class MisuseScenario : IAsyncLifetime
{
    internal ShopSolution Shop { get; private set; } = null!;

    internal CommandResult Build { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ShopSolution.CreateAsync();
        Shop.Write("Shop.Tests/TaxPerf.cs", """
            using PerfAssert;

            namespace Shop.Tests;

            public class TaxPerf
            {
                private double _rate = 0.19;

                [PerfFact]
                public async void Reads() => await Task.Yield();

                [PerfFact]
                public void Compounds()
                {
                    _ = Math.Pow(1 + _rate, 12);
                }
            }
            """);
        Shop.Write("Shop.Tests/TaxPerf.perf.json", """
            {
              "Shop.Tests.TaxPerf.Adds @net10.0": { "name": "Shop.Tests.TaxPerf.Adds", "machines": { } },
              "Shop.Tests.TaxPerf.Compounds @net10.0": { "name": "Shop.Tests.TaxPerf.Compounds", "machines": { } },
              "schema": 1
            }
            """);
        // Info is not shown at the command line, so that what an editor shows has to be raised.
        Shop.Write("Shop.Tests/.globalconfig", "is_global = true\ndotnet_diagnostic.PERF305.severity = warning\n");
        Build = await Shop.RunAsync("build", "Shop.Tests");
    }

    public Task DisposeAsync()
    {
        Shop.Dispose();
        return Task.CompletedTask;
    }
}
