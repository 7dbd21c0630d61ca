using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Rules;

/// <summary>Tells which database a project's queries run on, by the EF Core provider among its references.</summary>
internal static class DatabaseOfProject
{
    /// <summary>The database of the one provider in sight; all four where there is none, several, or one that isn't known.</summary>
    public static ImmutableArray<DatabaseTraits> Find(Compilation compilation)
    {
        var found = compilation.ReferencedAssemblyNames.Select(assembly => Provider(assembly.Name)).OfType<DatabaseTraits>().Distinct().ToImmutableArray();
        return found.Length == 1 && !compilation.ReferencedAssemblyNames.Any(assembly => IsOtherProvider(assembly.Name)) ? found : DatabaseTraits.All;
    }

    /// <summary>True for an assembly that is a provider of a relational database.</summary>
    public static bool IsRelationalProvider(string assembly) => Provider(assembly) is not null || IsOtherProvider(assembly);

    private static DatabaseTraits? Provider(string assembly) => assembly switch
    {
        "Microsoft.EntityFrameworkCore.SqlServer" => DatabaseTraits.SqlServer,
        "Microsoft.EntityFrameworkCore.Sqlite" or "Microsoft.EntityFrameworkCore.Sqlite.Core" => DatabaseTraits.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => DatabaseTraits.PostgreSql,
        "Pomelo.EntityFrameworkCore.MySql" or "MySql.EntityFrameworkCore" or "Microting.EntityFrameworkCore.MySql" => DatabaseTraits.MySql,
        _ => null,
    };

    private static bool IsOtherProvider(string assembly) =>
        assembly.StartsWith("Oracle.EntityFrameworkCore", StringComparison.Ordinal) || assembly.StartsWith("FirebirdSql.EntityFrameworkCore", StringComparison.Ordinal);
}
