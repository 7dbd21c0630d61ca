using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.EfModel.References;
using PerfAnalyzers.EfModel.References.Documents;
using PerfAnalyzers.ModelExport;
using PerfAnalyzers.Tests.Infrastructure;
using PerfAnalyzers.Tests.References;

namespace PerfAnalyzers.Tests.ModelExport;

/// <summary>What a project exports, and what it costs to keep the export up to date.</summary>
public class ModelExportGeneratorTests
{
    private const string Context = """
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; }
        public class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """;

    [Fact]
    public void A_context_is_exported() => Assert.Equal(
        "{\"perfAnalyzersModel\":1,\"assembly\":\"Data\",\"sets\":[\"Orders\"],\"tables\":[\n"
        + "{\"entity\":\"Order\",\"assembly\":\"Data\",\"names\":[\"Orders\"],\"columns\":[\"Email\",\"Id\"],\"indexes\":[{\"origin\":\"Key\",\"columns\":[\"Id\"],\"unique\":true}]}]}",
        Exported(OtherProject.Create("Data", Context)));

    [Fact]
    public void What_is_not_understood_is_exported_with_its_reason() =>
        Assert.Contains("\"partial\":\"Db is abstract, and no class that derives from it is visible\"", Exported(OtherProject.Create("Data", Context.Replace("class Db", "abstract class Db", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void An_interface_with_DbSets_exports_their_names() =>
        Assert.Equal(["Orders"], Document(OtherProject.Create("Application", "public class Order { } public interface IDb { DbSet<Order> Orders { get; } }")).DbSets.ToArray());

    [Fact]
    public void A_project_without_contexts_exports_nothing() => Assert.Null(Exported(OtherProject.Create("App", "class Service { }")));

    [Fact]
    public void A_project_without_EF_Core_exports_nothing() =>
        Assert.Null(Exported(TestCompilation.Create(TestCompilation.FrameworkReferences, "class DbContext { } class Db : DbContext { }")));

    [Theory]
    [InlineData("PerfAnalyzersExportModel", "false")]
    [InlineData("PerfAnalyzersExportModel", "False ")]
    [InlineData("IsTestProject", "true")]
    public void A_property_switches_it_off(string property, string value) =>
        Assert.Null(Exported(OtherProject.Create("Data", Context), new ModelFiles([]) { Properties = { [property] = value } }));

    [Fact]
    public void No_public_type_is_added()
    {
        var project = OtherProject.Create("Data", Context);
        Assert.Equal(project.Assembly.TypeNames.Order(StringComparer.Ordinal), OtherProject.Export(project).Assembly.TypeNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_export_compiles_without_warnings() => Assert.Empty(OtherProject.Export(OtherProject.Create("Data", Context)).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    [Fact]
    public void A_script_that_was_handed_in_is_exported() =>
        Assert.Contains("{\"origin\":\"Migration\",\"columns\":[\"Email\"]}", Exported(OtherProject.Create("Data", Context), new ModelFiles([new ModelFile("x.sql", "create index ix on orders (email)")])), StringComparison.Ordinal);

    [Fact]
    public void A_model_of_megabytes_survives()
    {
        var entities = Enumerable.Range(0, 3000).Select(i => $"[Index(nameof(Email), Name = \"ix\")] public class Entity{i} {{ public int Id {{ get; set; }} public string Email {{ get; set; }} = \"\"; {string.Join(" ", Enumerable.Range(0, 20).Select(n => $"public string SomeRatherLongPropertyName{n} {{ get; set; }}"))} }}");
        var sets = Enumerable.Range(0, 3000).Select(i => $"public DbSet<Entity{i}> Set{i} => Set<Entity{i}>();");
        var data = OtherProject.Create("Data", string.Join("\n", entities) + $"public class Db : DbContext {{ {string.Join("\n", sets)} }}");
        Assert.True(Exported(data)!.Length > 2_000_000);
        Assert.Equal(2, OtherProject.Find(OtherProject.Create("App", "", OtherProject.Build(data)), "Entity2999")!.Indexes.Length);
    }

    [Fact]
    public void An_edit_in_an_ordinary_body_leaves_the_output_alone()
    {
        var output = Rerun("class Service { int F() { return 1; } }", "class Service { int F() { return 2; } }");
        Assert.Equal([IncrementalStepRunReason.Cached], output);
    }

    [Fact]
    public void An_edit_of_an_entity_renews_the_output()
    {
        var output = Rerun("public partial class Order { }", "public partial class Order { public int New { get; set; } }");
        Assert.Equal([IncrementalStepRunReason.Modified], output);
    }

    [Fact]
    public void The_model_is_read_once_for_the_export_and_the_analyzer()
    {
        var project = OtherProject.Create("Data", Context);
        var exported = OtherProject.Export(project);
        var before = PerfAnalyzers.EfModel.EfModel.Read(project, CancellationToken.None).Tables.Single().Indexes;
        Assert.Equal(before, PerfAnalyzers.EfModel.EfModel.Read(exported, CancellationToken.None).Tables.Single().Indexes);
    }

    private static IEnumerable<IncrementalStepRunReason> Rerun(string before, string after)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var project = OtherProject.Create("Data", Context.Replace("public class Order", "public partial class Order", StringComparison.Ordinal))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(before, options, "Service.cs"));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ModelExportGenerator().AsSourceGenerator()],
            parseOptions: options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(project);
        driver = driver.RunGenerators(project.ReplaceSyntaxTree(project.SyntaxTrees[1], CSharpSyntaxTree.ParseText(after, options, "Service.cs")));
        return driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
    }

    private static ModelDocument Document(CSharpCompilation project) => ModelDocumentReader.Read("", Exported(project)!);

    private static string? Exported(CSharpCompilation project, ModelFiles? files = null) =>
        OtherProject.Export(project, files ?? new ModelFiles([])).SyntaxTrees.SingleOrDefault(tree => tree.FilePath.EndsWith(ReferencedModels.ExportedFile, StringComparison.Ordinal)) is { } tree
            ? ExportedText.Of(tree, CancellationToken.None)
            : null;
}
