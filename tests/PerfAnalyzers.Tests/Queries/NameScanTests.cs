using CsCheck;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Tests.Queries;

public class NameScanTests
{
    private static readonly NameScan s_scan = new(["Orders", "Größe"]);

    [Theory]
    [InlineData("db.Orders.ToList()", true)]
    [InlineData("db.@Orders", true)]
    [InlineData("Orders", true)]
    [InlineData("x.Größe;", true)]
    [InlineData("db.\\u004Frders", true)]
    [InlineData("db.OrdersOfToday.Orders2", false)]
    [InlineData("MyOrders", false)]
    [InlineData("\"a\\tb\"", false)]
    [InlineData("", false)]
    public void Finds_whole_names(string text, bool found) => Assert.Equal(found, MayMention(text, new TextSpan(0, text.Length)));

    [Fact]
    public void Looks_at_its_stretch_of_text_only() => Assert.False(MayMention("Orders; other", new TextSpan(7, 6)));

    [Fact]
    public void Finds_a_name_wherever_it_stands() =>
        Gen.Int[0, 10_000].Sample(before => MayMention(new string(' ', before) + "Orders" + new string(' ', 7_000), new TextSpan(0, before + 7_006)), iter: 300);

    private static bool MayMention(string text, TextSpan span) => s_scan.MayMention(SourceText.From(text), span);
}
