using System.Diagnostics;

namespace PerfTooling.EndToEnd;

/// <summary>A repository with three perf tests and perftool, as a user installs it; its first commit is what everything is compared with.</summary>
public sealed class PerfToolScenario : IAsyncLifetime
{
    internal const string Tests = "Shop.Tests";

    private const int MaxAttempts = 4;

    private readonly string _temporary = Directory.CreateTempSubdirectory("perftool-temp-").FullName;

    internal ShopSolution Shop { get; private set; } = null!;

    /// <summary>The folder in which comparisons keep the first commit, built.</summary>
    private string Kept => Shop.Folder + "-base";

    /// <summary>When the first commit's tests were built.</summary>
    internal DateTime BaseBuilt => File.GetLastWriteTimeUtc(Path.Combine(Kept, "Shop.Tests", "bin", "Release", "net10.0", "Shop.Tests.dll"));

    /// <summary>What perftool left in the folder of temporary files.</summary>
    internal string[] LeftBehind => Directory.GetDirectories(_temporary, "perftool-*");

    public async Task InitializeAsync()
    {
        Shop = await ShopSolution.CreateAsync();
        (await Shop.RunAsync("tool", "install", "PerfTool", "--tool-path", "tools", "--version", Shop.Version)).Succeeded();
        Shop.Write("Shop.Tests/BasketPerf.cs", """
            using PerfAssert;

            namespace Shop.Tests;

            public class BasketPerf
            {
                [PerfFact]
                public object Create() => Basket.Create();
            }
            """);
        Shop.Write("Shop.Tests/LedgerPerf.cs", """
            using Microsoft.Data.Sqlite;
            using PerfAssert;

            namespace Shop.Tests;

            public sealed class LedgerPerf : IDisposable
            {
                private readonly SqliteConnection _connection = new("Data Source=ledger.db");

                public LedgerPerf()
                {
                    _connection.Open();
                    Run("CREATE TABLE IF NOT EXISTS Entries (Id INTEGER PRIMARY KEY)");
                }

                public void Dispose() => _connection.Dispose();

                [PerfFact]
                public object? Counts() => Run("SELECT COUNT(*) FROM Entries");

                private object? Run(string sql)
                {
                    using var command = _connection.CreateCommand();
                    command.CommandText = sql;
                    return command.ExecuteScalar();
                }
            }
            """);
        WriteBasket("");
        await Shop.CommitAsync("First");
    }

    public Task DisposeAsync()
    {
        // Null where setting up failed, which is what must be reported.
        Shop?.Dispose();
        if (Shop is not null && Directory.Exists(Kept))
            Directory.Delete(Kept, recursive: true);
        Directory.Delete(_temporary, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>An object of 24 bytes, and of what its fields need.</summary>
    internal void WriteBasket(string fields) => Shop.Write("Shop/Basket.cs", $"namespace Shop;\n\npublic class Basket\n{{\n    private long _total = 1;\n    {fields}\n\n    public static Basket Create() => new();\n\n    public override string ToString() => $\"{{_total}}\";\n}}\n");

    internal Task<CommandResult> PerfToolAsync(params string[] arguments) =>
        DotNet.RunProgramAsync(Shop.PathOf("tools/perftool"), Shop.Folder, arguments, environment: new Dictionary<string, string?> { ["CI"] = null });

    /// <summary>
    /// Runs it with a folder of temporary files that nobody else uses, and hands over each line as it comes. Ctrl+C works, also where whoever started us (nohup, a job in the
    /// background) has it ignored by all below.
    /// </summary>
    internal Task<CommandResult> PerfToolAsync(Action<Process, string> onLine, params string[] arguments)
    {
        string[] command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), Shop.PathOf("tools/perftool"), .. arguments];
        return DotNet.RunProgramAsync(command[0], Shop.Folder, command[1..], onLine, new Dictionary<string, string?> { ["TMPDIR"] = _temporary });
    }

    /// <summary>
    /// The same until the machine lets it decide. Inconclusive is a right answer on a noisy machine, and a warning on a crowded one, where 20 % were read as 15 (failures begin there); neither is
    /// what these tests are about.
    /// </summary>
    internal async Task<CommandResult> DecidedCompareAsync(Action change, params string[] more)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await CompareAsync(change, more);
            if (attempt == MaxAttempts || !(result.Output.Contains("1 inconclusive", StringComparison.Ordinal) || result.Output.Contains("slightly slower", StringComparison.Ordinal)))
                return result;
        }
    }

    /// <summary>Runs against the sources as they were, whatever the tests before it left, and with a base that the comparisons before it built.</summary>
    internal Task<CommandResult> CompareAsync(Action change, params string[] more) => CompareFreshAsync(change, ["--worktree", Kept, .. more]);

    /// <summary>The same, with the base built for this comparison alone.</summary>
    internal async Task<CommandResult> CompareFreshAsync(Action change, params string[] more)
    {
        await Shop.GitAsync("checkout", "-q", "--", ".");
        // A baseline that another test recorded, with its reason, would approve of what this one is about.
        await Shop.GitAsync("clean", "-fdq", "Shop", "Shop.Tests");
        change();
        return await PerfToolAsync(["compare", "--base", "main", Tests, .. more]);
    }
}
