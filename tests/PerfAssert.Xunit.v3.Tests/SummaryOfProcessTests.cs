using PerfAssert.Xunit.Sdk;

namespace PerfAssert.XunitTests;

public sealed class SummaryOfProcessTests
{
    [Theory]
    [InlineData("Tests.dll", "-automated")]
    [InlineData("Tests.dll", "-Automated", "sync")]
    [InlineData("Tests.dll", "@@", "arguments.txt")]
    public void A_program_that_reads_our_output_gets_no_table(params string[] arguments) => Assert.True(SummaryOfProcess.IsAutomated(arguments));

    [Theory]
    [InlineData("Tests.dll")]
    [InlineData("Tests.dll", "-class", "Perf")]
    [InlineData("Tests.dll", "--server", "dotnettestcli")]
    public void Any_other_gets_it(params string[] arguments) => Assert.False(SummaryOfProcess.IsAutomated(arguments));

    [Fact]
    public void The_table_stands_on_lines_of_its_own() => Assert.Equal($"{Environment.NewLine}the table", Shown("the table"));

    [Fact]
    public void Without_a_table_nothing_is_shown() => Assert.Equal("", Shown(null));

    private static string Shown(string? table)
    {
        using var output = new StringWriter();
        SummaryOfProcess.Show(output, table);
        return output.ToString();
    }
}
