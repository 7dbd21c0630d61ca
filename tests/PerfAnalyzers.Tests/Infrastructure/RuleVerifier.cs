using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PerfAnalyzers.CodeFixes;
using PerfAnalyzers.Rules;

namespace PerfAnalyzers.Tests.Infrastructure;

/// <summary>
/// Runs the analyzer, and a code fix, over source with markers: <c>{|PERF101:o.Email == email|}</c>. Any diagnostic that isn't
/// marked, and any mark without one, fails.
/// </summary>
internal static class RuleVerifier
{
    /// <summary>The framework and EF Core come from this test project's own references; nothing is downloaded.</summary>
    private static readonly ReferenceAssemblies s_none = new("net10.0");

    public static Task Verify(string source) => Verify(TestCompilation.SqliteReferences, source);

    public static Task Verify(IReadOnlyList<MetadataReference> references, params string[] sources) => VerifyWithOptions(references, "", sources);

    /// <summary>As <see cref="Verify(IReadOnlyList{MetadataReference}, string[])"/>, with the lines of an .editorconfig that holds for every file.</summary>
    public static Task VerifyWithOptions(IReadOnlyList<MetadataReference> references, string options, params string[] sources) => Verify(references, options, sources, []);

    /// <summary>As above, with diagnostics that no marker can stand for: they have no location.</summary>
    public static Task Verify(IReadOnlyList<MetadataReference> references, string options, string[] sources, DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<QueryIndexAnalyzer, DefaultVerifier> { ReferenceAssemblies = s_none, CompilerDiagnostics = CompilerDiagnostics.Errors };
        foreach (var source in sources)
            test.TestState.Sources.Add(TestCompilation.Usings + source);
        if (options.Length > 0)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n\n[*.cs]\n" + options + "\n"));
        test.TestState.AdditionalReferences.AddRange(references);
        test.ExpectedDiagnostics.AddRange(expected);
        test.SolutionTransforms.Add(Preview);
        return test.RunAsync();
    }

    /// <summary>What the analyzer says of a source, as <c>id: message</c>.</summary>
    public static async Task<string[]> Messages(IReadOnlyList<MetadataReference> references, string source, AnalyzerOptions? options = null)
    {
        var compilation = TestCompilation.Create(references, TestCompilation.Usings + source);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation.WithAnalyzers([new QueryIndexAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")];
    }

    /// <summary>Applies the fix of the first marked diagnostic and compares the result, then analyses it again.</summary>
    public static Task VerifyFix(string source, string fixedSource) => VerifyFix([source], [fixedSource]);

    public static Task VerifyFix(string[] sources, string[] fixedSources) => VerifyFix<AddIndexCodeFixProvider>(TestCompilation.SqliteReferences, sources, fixedSources);

    /// <summary>The same for any fix; where a source and its fixed form are one, no fix may be offered.</summary>
    public static Task VerifyFix<TFix>(IReadOnlyList<MetadataReference> references, string[] sources, string[] fixedSources)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<QueryIndexAnalyzer, TFix, DefaultVerifier>
        {
            ReferenceAssemblies = s_none,
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        foreach (var source in sources)
            test.TestState.Sources.Add(source);
        foreach (var source in fixedSources)
            test.FixedState.Sources.Add(source);
        test.TestState.AdditionalReferences.AddRange(references);
        test.SolutionTransforms.Add(Preview);
        return test.RunAsync();
    }

    /// <summary>Applies the fix where the entities are declared in a project of their own; where that stays as it is, no fix may be offered.</summary>
    public static Task VerifyFixInOtherProject(string query, string fixedQuery, string entities, string fixedEntities, bool hasEntityFramework)
    {
        var test = new CSharpCodeFixTest<QueryIndexAnalyzer, AddIndexCodeFixProvider, DefaultVerifier>
        {
            ReferenceAssemblies = s_none,
            CompilerDiagnostics = CompilerDiagnostics.Errors,

            // What "fix all" changes in another project the library takes for nothing.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
        };
        foreach (var (state, source, model) in new[] { (test.TestState, query, entities), (test.FixedState, fixedQuery, fixedEntities) })
        {
            var project = state.AdditionalProjects["Entities"];
            project.Sources.Add(model);
            project.AdditionalReferences.AddRange(hasEntityFramework ? TestCompilation.SqliteReferences : TestCompilation.FrameworkReferences);
            state.AdditionalProjectReferences.Add("Entities");
            state.Sources.Add(source);
        }

        test.TestState.AdditionalReferences.AddRange(TestCompilation.SqliteReferences);
        test.SolutionTransforms.Add(Preview);
        return test.RunAsync();
    }

    private static Solution Preview(Solution solution, ProjectId project) => solution.WithProjectParseOptions(
        project,
        ((CSharpParseOptions)solution.GetProject(project)!.ParseOptions!).WithLanguageVersion(LanguageVersion.Preview));
}
