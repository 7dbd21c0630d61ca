using Microsoft.CodeAnalysis;
using PerfAnalyzers.Rules;
using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class EfCoreProjectTests
{
    [Fact]
    public void A_project_without_EF_Core_is_left_alone() => Assert.Null(Find(TestCompilation.FrameworkReferences));

    [Fact]
    public void A_project_without_a_provider_is_analysed() => Assert.NotNull(Find(TestCompilation.NoProviderReferences));

    [Fact]
    public void A_project_with_a_relational_provider_is_analysed() => Assert.NotNull(Find(TestCompilation.SqliteReferences));

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("xunit.v3.core")]
    [InlineData("nunit.framework")]
    [InlineData("MSTest.TestFramework")]
    [InlineData("TUnit.Core")]
    public void A_project_that_references_a_test_framework_is_a_test_project(string framework) =>
        Assert.True(EfCoreProject.IsTestProject(TestCompilation.Create([.. TestCompilation.SqliteReferences, TestCompilation.Empty(framework)], "")));

    [Fact]
    public void Any_other_project_is_no_test_project() => Assert.False(EfCoreProject.IsTestProject(TestCompilation.Create("")));

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Cosmos")]
    [InlineData("MongoDB.EntityFrameworkCore")]
    [InlineData("Microsoft.EntityFrameworkCore.InMemory")]
    public void A_provider_without_indexes_is_left_alone(string provider) => Assert.Null(Find([.. TestCompilation.NoProviderReferences, TestCompilation.Empty(provider)]));

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer")]
    [InlineData("Npgsql.EntityFrameworkCore.PostgreSQL")]
    [InlineData("Pomelo.EntityFrameworkCore.MySql")]
    [InlineData("Oracle.EntityFrameworkCore")]
    public void A_relational_provider_beside_one_without_indexes_counts(string provider) =>
        Assert.NotNull(Find([.. TestCompilation.NoProviderReferences, TestCompilation.Empty("Microsoft.EntityFrameworkCore.InMemory"), TestCompilation.Empty(provider)]));

    private static INamedTypeSymbol? Find(IReadOnlyList<MetadataReference> references) => EfCoreProject.FindDbSet(TestCompilation.Create(references, ""));
}
