using Microsoft.CodeAnalysis;

namespace PerfTooling.PlanOracle.Compiling;

/// <summary>What a batch is compiled against: the framework, EF Core and the provider of one database.</summary>
internal static class References
{
    private static readonly string[] s_platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static readonly IReadOnlyList<MetadataReference> s_sqlite = With("Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite");

    private static readonly IReadOnlyList<MetadataReference> s_postgreSql = With("Npgsql.EntityFrameworkCore.PostgreSQL", "Npgsql");

    public static IReadOnlyList<MetadataReference> Of(DatabaseKind database) => database == DatabaseKind.Sqlite ? s_sqlite : s_postgreSql;

    // No test framework among them: the analyzer keeps away from test projects.
    private static List<MetadataReference> With(params string[] provider) =>
    [
        .. s_platform
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name
                && (name.StartsWith("System", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                    || name is "netstandard" or "mscorlib" or "Microsoft.EntityFrameworkCore" or "Microsoft.EntityFrameworkCore.Abstractions" or "Microsoft.EntityFrameworkCore.Relational"
                    || provider.Contains(name)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
