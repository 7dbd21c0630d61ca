namespace PerfTooling.EndToEnd;

/// <summary>Builds the layered solution: fresh, again once the model is written, with the export switched off, and with a foreign file in the model's place.</summary>
public sealed class LayeredScenario : IAsyncLifetime
{
    internal const string Foreign = "{ \"name\": \"something else\" }\n";

    internal LayeredSolution Shop { get; private set; } = null!;

    internal CommandResult Fresh { get; private set; } = null!;

    internal string Model { get; private set; } = null!;

    internal CommandResult Again { get; private set; } = null!;

    internal bool ModelWasRewritten { get; private set; }

    internal CommandResult SwitchedOff { get; private set; } = null!;

    internal CommandResult WithForeignFile { get; private set; } = null!;

    internal string ForeignFileAfterwards { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await LayeredSolution.CreateAsync();
        Fresh = await Shop.RunAsync("build");
        Model = Shop.Read(LayeredSolution.ModelFile);

        var longAgo = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(Shop.PathOf(LayeredSolution.ModelFile), longAgo);
        Again = await Shop.RunAsync("build", "--no-incremental");
        ModelWasRewritten = File.GetLastWriteTimeUtc(Shop.PathOf(LayeredSolution.ModelFile)) != longAgo;

        SwitchedOff = await Shop.RunAsync("build", "App", "--no-incremental", "-p:PerfAnalyzersExportModel=false");

        Shop.Write(LayeredSolution.ModelFile, Foreign);
        WithForeignFile = await Shop.RunAsync("build", "Infrastructure");
        ForeignFileAfterwards = Shop.Read(LayeredSolution.ModelFile);
    }

    public Task DisposeAsync()
    {
        Shop.Dispose();
        return Task.CompletedTask;
    }
}
