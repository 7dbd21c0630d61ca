using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PerfAnalyzers.Tests.Infrastructure;

/// <summary>Compiles source text against the real EF Core assemblies, as a user's project would.</summary>
internal static class TestCompilation
{
    /// <summary>What every test source starts with.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.ComponentModel.DataAnnotations.Schema;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        """;

    private static readonly string[] s_platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <summary>The framework alone.</summary>
    public static IReadOnlyList<MetadataReference> FrameworkReferences { get; } =
        ByName(name => name.StartsWith("System", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "Microsoft.CSharp");

    /// <summary>The framework, EF Core's relational packages and the SQLite provider.</summary>
    public static IReadOnlyList<MetadataReference> SqliteReferences { get; } = References("Microsoft.EntityFrameworkCore.Sqlite");

    /// <summary>Besides, the packages that bring contexts or tables of their own.</summary>
    public static IReadOnlyList<MetadataReference> FrameworkPackageReferences { get; } = References(
        "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore",
        "OpenIddict.EntityFrameworkCore", "OpenIddict.EntityFrameworkCore.Models");

    /// <summary>The framework and EF Core's relational packages, without any provider.</summary>
    public static IReadOnlyList<MetadataReference> NoProviderReferences { get; } = References();

    /// <summary>The framework, EF Core and the named provider assemblies.</summary>
    public static IReadOnlyList<MetadataReference> References(params string[] providers) =>
    [
        .. FrameworkReferences,
        .. ByName(name => name is "Microsoft.EntityFrameworkCore" or "Microsoft.EntityFrameworkCore.Abstractions" or "Microsoft.EntityFrameworkCore.Relational"
            || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || providers.Contains(name)),
    ];

    public static CSharpCompilation Create(params string[] sources) => Create(SqliteReferences, sources);

    public static CSharpCompilation Create(IReadOnlyList<MetadataReference> references, params string[] sources) =>
        CSharpCompilation.Create(
            "Tested",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), path: $"Source{i}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compilation as an assembly that others reference: no source of it is visible to them.</summary>
    public static MetadataReference Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.WithAssemblyName("Package").Emit(stream);
        return result.Success ? MetadataReference.CreateFromImage(stream.ToArray()) : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    /// <summary>An assembly of that name with nothing in it.</summary>
    public static MetadataReference Empty(string name)
    {
        using var stream = new MemoryStream();
        var compilation = CSharpCompilation.Create(name, references: FrameworkReferences, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return compilation.Emit(stream).Success ? MetadataReference.CreateFromImage(stream.ToArray()) : throw new InvalidOperationException($"{name} could not be compiled.");
    }

    private static List<MetadataReference> ByName(Func<string, bool> wanted) =>
        [.. s_platform.Where(path => wanted(Path.GetFileNameWithoutExtension(path))).Select(path => MetadataReference.CreateFromFile(path))];
}
