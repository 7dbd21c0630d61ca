using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PerfTooling.Shared;

namespace PerfTool.Tests.Indexes;

/// <summary>EF Core's own migrations before and after the tool's: written by its design-time services, compiled, and applied by its migrator.</summary>
public sealed partial class NextMigrationTests : IDisposable
{
    private const string Plain = "public class Order { public int Id { get; set; } public int Status { get; set; } public string Email { get; set; } }";
    private const string Longer = "public class Order { public int Id { get; set; } public int Status { get; set; } public string Email { get; set; } public string Note { get; set; } }";
    private const string Declared = "[Index(nameof(Email))] [Index(nameof(Status), nameof(Id), IsDescending = new[] { false, true })] " + Plain;

    private const string Sqlite = "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX%'";
    private const string PostgreSql = "SELECT indexname AS \"Value\" FROM pg_indexes WHERE indexname LIKE 'IX%'";

    private static readonly string[] s_indexes = ["IX_Orders_Email", "IX_Orders_Status_Id"];

    private readonly TemporaryFolder _folder = new();

    public NextMigrationTests() =>
        _folder.Write("build.sarif", SarifText.Log(SarifText.Advice("Shop.Order", "Email", "1"), SarifText.Advice("Shop.Order", "Status,Id desc", "1", line: 2, rule: "PERF104")));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task On_SQLite_another_change_leaves_the_indexes_alone() => OnSqliteAsync(AnotherChangeLeavesThemAloneAsync);

    [PostgreSqlFact]
    public Task On_PostgreSQL_another_change_leaves_the_indexes_alone() => OnPostgreSqlAsync(AnotherChangeLeavesThemAloneAsync);

    [Fact]
    public Task On_SQLite_an_index_that_the_model_declares_has_the_same_name() => OnSqliteAsync(DeclaredHasTheSameNameAsync);

    [PostgreSqlFact]
    public Task On_PostgreSQL_an_index_that_the_model_declares_has_the_same_name() => OnPostgreSqlAsync(DeclaredHasTheSameNameAsync);

    [Fact]
    public Task On_SQLite_what_the_page_advises_applies_and_rolls_back() => OnSqliteAsync(AsThePageAdvisesAsync);

    [PostgreSqlFact]
    public Task On_PostgreSQL_what_the_page_advises_applies_and_rolls_back() => OnPostgreSqlAsync(AsThePageAdvisesAsync);

    [Fact]
    public Task On_SQLite_what_the_snapshot_has_too_is_neither_repeated_nor_dropped() => OnSqliteAsync(DeclaredIsNeitherRepeatedNorDroppedAsync);

    [PostgreSqlFact]
    public Task On_PostgreSQL_what_the_snapshot_has_too_is_neither_repeated_nor_dropped() => OnPostgreSqlAsync(DeclaredIsNeitherRepeatedNorDroppedAsync);

    [Fact]
    public async Task The_snapshot_keeps_its_byte_order_mark()
    {
        await OnSqliteAsync(async (options, _) =>
        {
            Add("Initial", Plain, options);
            var snapshot = Path.Combine(_folder.Path, "Data", "Migrations", "ShopContextModelSnapshot.cs");
            File.WriteAllText(snapshot, File.ReadAllText(snapshot), Encoding.UTF8);
            await OursAsync("--declared");

            Assert.True(File.ReadAllBytes(snapshot).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        });
    }

    /// <summary>The model without the indexes, and with one column more: EF Core's migration is about the column alone.</summary>
    private async Task AnotherChangeLeavesThemAloneAsync(Func<Assembly, DbContextOptionsBuilder> options, string indexes)
    {
        await FirstAndOursAsync(options);

        var next = Add("Next", Longer, options);

        Assert.Contains("AddColumn", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Index", next, StringComparison.Ordinal);
        await using var context = Compile(Longer, options);
        await context.Database.MigrateAsync();
        Assert.Equal(s_indexes, Names(context, indexes));
    }

    private async Task DeclaredHasTheSameNameAsync(Func<Assembly, DbContextOptionsBuilder> options, string indexes)
    {
        await FirstAndOursAsync(options);

        var next = Add("Declared", Declared, options);

        Assert.Equal(s_indexes, CreatedIndex().Matches(next).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    private async Task DeclaredIsNeitherRepeatedNorDroppedAsync(Func<Assembly, DbContextOptionsBuilder> options, string indexes)
    {
        await FirstAndOursAsync(options, "--declared");

        await NothingIsLeftToDoAsync(options, indexes);
    }

    /// <summary>What EF Core would create again is taken out of its migration: docs/indexes.md.</summary>
    private async Task AsThePageAdvisesAsync(Func<Assembly, DbContextOptionsBuilder> options, string indexes)
    {
        await FirstAndOursAsync(options);
        Add("Declared", Declared, options, code => IndexStatement().Replace(code, ""));

        await NothingIsLeftToDoAsync(options, indexes);
    }

    /// <summary>EF Core has nothing to add; all migrations apply, and roll back.</summary>
    private async Task NothingIsLeftToDoAsync(Func<Assembly, DbContextOptionsBuilder> options, string indexes)
    {
        Assert.DoesNotContain("Index", Add("Nothing", Declared, options, write: false), StringComparison.Ordinal);
        await using var context = Compile(Declared, options);
        await context.Database.MigrateAsync();
        Assert.Equal(s_indexes, Names(context, indexes));
        await context.GetService<IMigrator>().MigrateAsync("20260101000000_Initial");
        Assert.Empty(Names(context, indexes));
    }

    private static async Task OnSqliteAsync(Func<Func<Assembly, DbContextOptionsBuilder>, string, Task> test)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await test(assembly => new DbContextOptionsBuilder().UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(assembly)), Sqlite);
    }

    private static async Task OnPostgreSqlAsync(Func<Func<Assembly, DbContextOptionsBuilder>, string, Task> test)
    {
        using var server = PostgreSqlServer.Start();
        await test(assembly => new DbContextOptionsBuilder().UseNpgsql(server.ConnectionString, npgsql => npgsql.MigrationsAssembly(assembly)), PostgreSql);
    }

    private Task FirstAndOursAsync(Func<Assembly, DbContextOptionsBuilder> options, params string[] more)
    {
        Add("Initial", Plain, options);
        return OursAsync(more);
    }

    private async Task OursAsync(params string[] more)
    {
        var run = await Tool.RunAsync(_folder.Path, ["indexes", "migration", "--sarif", "build.sarif", "--project", "Data", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    /// <summary>Has EF Core add a migration for the model as it is, under an id that comes before or after that of ours.</summary>
    private string Add(string name, string order, Func<Assembly, DbContextOptionsBuilder> options, Func<string, string>? edit = null, bool write = true)
    {
        using var context = Compile(order, options);
        var added = DesignTime.Add(context, name);
        var id = $"{(name == "Initial" ? "20260101000000" : "29990101000000")}_{name}";
        if (write)
        {
            _folder.Write($"Data/Migrations/{id}.cs", edit is null ? added.MigrationCode : edit(added.MigrationCode));
            _folder.Write($"Data/Migrations/{id}.Designer.cs", added.MetadataCode.Replace(added.MigrationId, id, StringComparison.Ordinal));
            _folder.Write("Data/Migrations/ShopContextModelSnapshot.cs", added.SnapshotCode);
        }

        return added.MigrationCode;
    }

    private DbContext Compile(string order, Func<Assembly, DbContextOptionsBuilder> options)
    {
        var migrations = Directory.CreateDirectory(Path.Combine(_folder.Path, "Data", "Migrations")).GetFiles("*.cs").Select(file => File.ReadAllText(file.FullName));
        var assembly = CompiledMigration.Load(migrations.Append($$"""
            using Microsoft.EntityFrameworkCore;

            namespace Shop
            {
                {{order}}

                public class ShopContext : DbContext
                {
                    public ShopContext(DbContextOptions options) : base(options) { }
                    public DbSet<Order> Orders { get; set; }
                }
            }
            """));
        return (DbContext)Activator.CreateInstance(assembly.GetType("Shop.ShopContext")!, options(assembly).Options)!;
    }

    private static List<string> Names(DbContext context, string indexes) => [.. context.Database.SqlQueryRaw<string>(indexes).ToList().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"CreateIndex\(\s*name: ""(?<name>\w+)""")]
    private static partial Regex CreatedIndex();

    [GeneratedRegex(@"migrationBuilder\.(Create|Drop)Index\([^;]*\);")]
    private static partial Regex IndexStatement();
}
