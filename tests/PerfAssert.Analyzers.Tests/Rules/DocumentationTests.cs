using Microsoft.CodeAnalysis;
using PerfAnalyzers.Tests.Rules.Pages;

namespace PerfAssert.Analyzers.Tests.Rules;

public class DocumentationTests : RulePageTests<DocumentationTests.PerfTestRules>
{
    public sealed class PerfTestRules : IRuleSet
    {
        public static string Prefix => "PERF3";

        public static IEnumerable<DiagnosticDescriptor> Descriptors => [.. new PerfTestAnalyzer().SupportedDiagnostics, .. new BaselineAnalyzer().SupportedDiagnostics];

        public static IReadOnlySet<string> FixableIds { get; } = new HashSet<string>();
    }
}
