using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Rules;

/// <summary>Tells whether a compilation is one that the rules have anything to say about.</summary>
internal static class EfCoreProject
{
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
        return references.Overlaps(s_nonRelational) && !references.Any(DatabaseOfProject.IsRelationalProvider) ? null : dbSet;
    }

    /// <summary>True for a project that references a test framework: it queries small databases of its own.</summary>
    public static bool IsTestProject(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(assembly => s_testFrameworks.Contains(assembly.Name));
}
