using System.Reflection;
using PerfAssert.Facts;

namespace PerfAssert.Tests.Facts;

public class FactSourcesTests
{
    private static readonly Assembly Tests = typeof(FactSourcesTests).Assembly;

    [Fact]
    public void A_source_is_created_by_its_name_once() =>
        Assert.IsType<NamedFacts>(Assert.Single(FactSources.Named([typeof(NamedFacts).AssemblyQualifiedName!, typeof(NamedFacts).AssemblyQualifiedName!], Tests)));

    [Theory]
    [InlineData("No.Such.Type, PerfAssert.Tests")]
    [InlineData("No.Such.Type, No.Such.Assembly")]
    [InlineData("PerfAssert.Tests.Facts.FactSourcesTests, PerfAssert.Tests")]
    [InlineData("")]
    public void A_name_that_is_of_no_source_fails_and_is_named(string name) =>
        Assert.Contains($"PerfAssert.Tests names '{name}' as its PerfAssert.FactSource", Assert.Throws<PerfTestException>(() => FactSources.Named([name], Tests)).Message, StringComparison.Ordinal);

    /// <summary>Public, with a constructor without parameters, as a package's is.</summary>
    public sealed class NamedFacts : IFactSource
    {
        public IReadOnlyCollection<ExactFact> Facts => [];

        public IFactScope Start(IReadOnlyCollection<ExactFact> limited) => throw new NotSupportedException();
    }
}
