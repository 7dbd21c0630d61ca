using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PerfAnalyzers.CodeFixes;
using PerfAnalyzers.Rules;
using PerfAnalyzers.Tests.Rules.Pages;

namespace PerfAnalyzers.Tests.Rules;

public class DocumentationTests : RulePageTests<DocumentationTests.IndexRules>
{
    public sealed class IndexRules : IRuleSet
    {
        public static string Prefix => "PERF1";

        public static IEnumerable<DiagnosticDescriptor> Descriptors => new QueryIndexAnalyzer().SupportedDiagnostics;

        public static IReadOnlySet<string> FixableIds { get; } = typeof(AddIndexCodeFixProvider).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
            .ToHashSet();
    }
}
