using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Rules;

/// <summary>Tells whether a compilation is one that the rules have anything to say about.</summary>
internal static class EfCoreProject
{
    /// <summary>Test projects query small databases of their own; they are not analysed.</summary>
    private static readonly string[] s_testFrameworks = ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    /// <summary>Providers without indexes of the kind the rules speak of.</summary>
    private static readonly string[] s_nonRelational = ["Microsoft.EntityFrameworkCore.Cosmos", "MongoDB.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.InMemory"];

    /// <summary>
    /// The symbol of <c>DbSet&lt;TEntity&gt;</c> where the compilation uses EF Core with a database that has indexes, else null.
    /// </summary>
    public static INamedTypeSymbol? FindDbSet(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbSet`1") is not { } dbSet)
            return null;

        var references = new HashSet<string>(compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name));
        if (references.Overlaps(s_testFrameworks))
            return null;

        return references.Overlaps(s_nonRelational) && !references.Any(IsRelationalProvider) ? null : dbSet;
    }

    private static bool IsRelationalProvider(string assembly) =>
        assembly.StartsWith("Microsoft.EntityFrameworkCore.Sql", StringComparison.Ordinal)
        || assembly.EndsWith(".EntityFrameworkCore.PostgreSQL", StringComparison.Ordinal)
        || assembly.EndsWith(".EntityFrameworkCore.MySql", StringComparison.Ordinal)
        || assembly.StartsWith("MySql.EntityFrameworkCore", StringComparison.Ordinal)
        || assembly.StartsWith("Oracle.EntityFrameworkCore", StringComparison.Ordinal);
}
