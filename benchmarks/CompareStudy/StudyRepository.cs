using PerfTooling.EndToEnd;

namespace PerfTooling.CompareStudy;

/// <summary>A repository with two perf tests, one of arithmetic and one of EF Core, and the packed tool. Branches lead from the first commit to one that is equal, and to one that is slower.</summary>
internal sealed class StudyRepository : IDisposable
{
    public const string Pricing = "Shop.Tests.PricingPerf.Total";
    public const string Orders = "Shop.Tests.OrdersPerf.Counts";

    private const string Results = "Shop.Tests/TestResults/perf-compare.json";

    private readonly ShopSolution _shop;

    private StudyRepository(ShopSolution shop) => _shop = shop;

    /// <summary>The working tree's tests, once a comparison has built them.</summary>
    public string Now => _shop.PathOf(Assembly);

    /// <summary>The older commit's tests, once a comparison has built them.</summary>
    public string Before => Path.Combine(Worktree, Assembly);

    private static string Assembly => Path.Combine("Shop.Tests", "bin", "Release", "net10.0", "Shop.Tests.dll");

    private string Worktree => _shop.Folder + "-base";

    public static async Task<StudyRepository> CreateAsync()
    {
        Console.Error.WriteLine("Packing the tool, and making a repository …");
        var shop = await ShopSolution.CreateAsync();
        (await shop.RunAsync("tool", "install", "PerfTool", "--tool-path", "tools", "--version", shop.Version)).Succeeded();
        shop.WriteOrdersPerf("", "count = db.Orders.Count(order => ids.Contains(order.Id));");
        await shop.CommitAsync("First");
        await shop.GitAsync("checkout", "-q", "-b", "equal");
        shop.Write("README.md", "Shop\n");
        await shop.CommitAsync("Says what it is");
        await shop.GitAsync("checkout", "-q", "-b", "slower", "main");
        shop.WritePricing(rounds: 2_400);
        await shop.CommitAsync("A fifth slower");
        return new StudyRepository(shop);
    }

    /// <summary>Compares a branch's commit with the one before it.</summary>
    /// <returns>The results file's text.</returns>
    public async Task<string> CompareAsync(string branch)
    {
        await _shop.GitAsync("checkout", "-q", branch);
        if (File.Exists(_shop.PathOf(Results)))
            File.Delete(_shop.PathOf(Results));
        var run = await DotNet.RunProgramAsync(_shop.PathOf("tools/perftool"), _shop.Folder, ["compare", "--base", "HEAD~1", "--worktree", Worktree, "Shop.Tests"]);
        return File.Exists(_shop.PathOf(Results)) ? _shop.Read(Results) : throw new InvalidOperationException(run.Output);
    }

    public void Dispose()
    {
        _shop.Dispose();
        if (Directory.Exists(Worktree))
            Directory.Delete(Worktree, recursive: true);
    }
}
