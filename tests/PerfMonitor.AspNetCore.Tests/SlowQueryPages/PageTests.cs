using CsCheck;
using PerfMonitor.AspNetCore.SlowQueryPages;

namespace PerfMonitor.AspNetCore.Tests.SlowQueryPages;

public sealed class PageTests
{
    [Fact]
    public void No_text_becomes_markup() => Gen.String[Gen.Char["<>&\"'ab/ \n"], 0, 40].Sample(text =>
    {
        var kinds = Enum.GetValues<CellKind>();
        PageTable[] Tables(string cell) => [new(cell, cell, [.. kinds.Select(kind => new PageColumn(cell, kind))], [[.. kinds.Select(_ => cell)]])];

        return Tags(Page.Write(text, text, Tables(text))) == Tags(Page.Write("x", "x", Tables("x")));
    });

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    public async Task A_browser_gets_a_page_and_everything_else_JSON(string? accept, string expected)
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(), app => app.MapSlowQueries(), environment: "Development");
        if (accept is not null)
            app.Client.DefaultRequestHeaders.Add("Accept", accept);

        using var response = await app.Client.GetAsync("/api/debug/slow-queries");

        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_page_may_load_nothing_and_is_kept_in_no_cache()
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(), app => app.MapSlowQueries(), environment: "Development");
        app.Client.DefaultRequestHeaders.Add("Accept", "text/html");

        using var response = await app.Client.GetAsync("/api/debug/slow-queries");

        Assert.Equal(("no-store", true), (response.Headers.CacheControl!.ToString(), response.Headers.GetValues("Content-Security-Policy").Single().StartsWith("default-src 'none'", StringComparison.Ordinal)));
    }

    private static int Tags(string html) => html.Count(c => c == '<');
}
