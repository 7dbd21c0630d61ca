using Microsoft.CodeAnalysis;
using PerfAnalyzers.Tests.Infrastructure;
using Model = PerfAnalyzers.EfModel.EfModel;

namespace PerfAnalyzers.Tests.EfModel;

/// <summary>The source text of the contexts in the folder Contexts, which are compiled into this assembly as well.</summary>
internal static class ContextSources
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    /// <summary>The names of all files but the base class's.</summary>
    public static IEnumerable<string> Names { get; } =
        Directory.EnumerateFiles(Folder(), "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "OracleContext");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder(), name + ".cs"));

    /// <summary>The model read from one of the files, or from what a test made of it.</summary>
    public static Model Read(string name, string? text = null) =>
        Model.Read(TestCompilation.Create(References(name), GlobalUsings, name is "SqlServer" or "Postgres" ? "" : Text("OracleContext"), text ?? Text(name)), CancellationToken.None);

    /// <summary>The context named after a database is compiled against that database's provider.</summary>
    private static IReadOnlyList<MetadataReference> References(string name) => name switch
    {
        "SqlServer" => TestCompilation.References("Microsoft.EntityFrameworkCore.SqlServer"),
        "Postgres" => TestCompilation.References("Npgsql.EntityFrameworkCore.PostgreSQL"),
        _ => TestCompilation.FrameworkPackageReferences,
    };

    private static string Folder() => Path.Combine(Repository.Root, "tests", "PerfAnalyzers.Tests", "EfModel", "Contexts");
}
