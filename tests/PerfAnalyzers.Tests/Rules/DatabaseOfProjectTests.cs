using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Rules;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class DatabaseOfProjectTests
{
    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer", nameof(Database.SqlServer))]
    [InlineData("Npgsql.EntityFrameworkCore.PostgreSQL", nameof(Database.PostgreSql))]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite", nameof(Database.Sqlite))]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite.Core", nameof(Database.Sqlite))]
    [InlineData("Pomelo.EntityFrameworkCore.MySql", nameof(Database.MySql))]
    [InlineData("MySql.EntityFrameworkCore", nameof(Database.MySql))]
    public void The_provider_names_the_database(string provider, string database) => Assert.Equal([Enum.Parse<Database>(database)], Find(provider));

    [Fact]
    public void Without_a_provider_it_may_be_any() => Assert.Equal(Enum.GetValues<Database>(), Find());

    [Fact]
    public void With_several_providers_it_may_be_any() =>
        Assert.Equal(Enum.GetValues<Database>(), Find("Microsoft.EntityFrameworkCore.SqlServer", "Npgsql.EntityFrameworkCore.PostgreSQL"));

    [Theory]
    [InlineData("Oracle.EntityFrameworkCore")]
    [InlineData("FirebirdSql.EntityFrameworkCore.Firebird")]
    public void With_another_provider_it_may_be_any(string provider) => Assert.Equal(Enum.GetValues<Database>(), Find(provider, "Microsoft.EntityFrameworkCore.Sqlite"));

    [Fact]
    public void A_provider_without_indexes_does_not_count() =>
        Assert.Equal([Database.Sqlite], Find("Microsoft.EntityFrameworkCore.InMemory", "Microsoft.EntityFrameworkCore.Sqlite"));

    [Fact]
    public void Both_assemblies_of_one_provider_count_once() =>
        Assert.Equal([Database.Sqlite], Find("Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite.Core"));

    private static IEnumerable<Database> Find(params string[] providers)
    {
        IEnumerable<MetadataReference> references = [.. TestCompilation.NoProviderReferences, .. providers.Select(TestCompilation.Empty)];
        return DatabaseOfProject.Find(TestCompilation.Create([.. references], "")).Select(traits => traits.Database).Order();
    }
}
