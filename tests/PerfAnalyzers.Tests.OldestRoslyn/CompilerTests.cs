using Microsoft.CodeAnalysis.CSharp;

namespace PerfAnalyzers.Tests;

public class CompilerTests
{
    [Fact]
    public void These_tests_run_in_Roslyn_4_8() => Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);
}
