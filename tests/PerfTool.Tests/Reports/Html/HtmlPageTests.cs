using CsCheck;
using Microsoft.Playwright;
using PerfAssert;
using PerfTool.Reports;
using PerfTool.Reports.History;
using PerfTool.Reports.Html;

namespace PerfTool.Tests.Reports.Html;

/// <summary>The page as a browser sees it.</summary>
public class HtmlPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] s_planted = ["<script>document.title='planted'</script>", "</script><script>document.title='planted'</script>", "<img src=x onerror=\"document.title='planted'\">", "\"><b>", "<!--<script>", "]]>", "&lt;script&gt;"];

    [ChromiumFact]
    public async Task It_loads_nothing_and_says_nothing_is_wrong()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var (requests, problems) = (new List<string>(), new List<string>());
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => problems.Add(message.Text);
        page.PageError += (_, error) => problems.Add(error);

        await ShowAsync(page, Page(Some.Failed(), Some.Test("Finds")));

        Assert.Single(requests);
        Assert.Empty(problems);
    }

    [ChromiumFact]
    public async Task Charts_of_distribution_and_history_are_drawn()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed(), Some.Test("Finds")));

        Assert.Equal(2, await page.Locator(".chart svg path").EvaluateAllAsync<int>("paths => new Set(paths.map(path => path.closest('.chart').id)).size"));
    }

    [ChromiumFact]
    public async Task A_load_test_has_its_figures_in_a_row_and_in_full_below()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Load()));

        Assert.Contains("199.7/s, 3 dropped", await page.GetByRole(AriaRole.Region, new() { Name = "Results of Shop.Tests" }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("200/s for 10 s: 2,000 offered, 1,997 answered", await page.Locator("body").TextContentAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Every_chart_says_what_it_is_and_has_a_table()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed()));

        Assert.All(await page.Locator(".chart[role=img]").AllAsync(), chart => Assert.Contains("the table", chart.GetAttributeAsync("aria-label").GetAwaiter().GetResult(), StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task The_table_has_heads_of_columns_and_rows()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed(), Some.Test("Finds")));
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Results of Shop.Tests" });

        Assert.Equal((6, 2), (await table.GetByRole(AriaRole.Columnheader).CountAsync(), await table.GetByRole(AriaRole.Rowheader).CountAsync()));
    }

    [ChromiumFact]
    public async Task Words_can_be_told_from_what_is_behind_them_in_light_and_dark()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme });
            var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed(), Some.Test("Warning", PerfOutcome.Warning), Some.Test("Open", PerfOutcome.NoBaseline), Some.Test()));

            // WCAG 2.2, 1.4.3: 4.5 : 1.
            var least = await page.EvaluateAsync<double>(
                """
                () => {
                  const channels = css => css.match(/[\d.]+/g).map(Number);
                  const light = css => channels(css).slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                  const behind = element => { const css = getComputedStyle(element).backgroundColor; return (channels(css)[3] ?? 1) > 0 || !element.parentElement ? css : behind(element.parentElement); };
                  return Math.min(...[...document.querySelectorAll('.verdict, p, th, td, li, summary, footer, a, figcaption')].map(element => {
                    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
                    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                  }));
                }
                """);
            Assert.True(least >= 4.5, $"{scheme}: {least}");
        }
    }

    [ChromiumFact]
    public async Task Charts_change_with_the_colours_of_the_system()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed()));
        var light = await page.Locator(".chart text").First.GetAttributeAsync("fill");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });

        await page.WaitForFunctionAsync("light => document.querySelector('.chart text').getAttribute('fill') !== light", light);
    }

    [ChromiumFact]
    public async Task On_a_phone_only_the_table_scrolls_sideways()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 800 } });
        var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed("A_test_with_a_rather_long_name_that_says_what_it_is_about_in_full"), Some.Test("Finds")));

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390 && document.querySelector('.wide').scrollWidth > 390"));
    }

    [ChromiumFact]
    public async Task A_planted_element_stays_text()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        foreach (var planted in s_planted)
        {
            var page = await ShowAsync(await context.NewPageAsync(), Page(Some.Failed(planted) with { Reason = planted, Approved = planted, ReceivedFile = planted, Budget = new() { Operation = planted, File = planted, Outcome = PerfOutcome.Pass } }));

            Assert.Equal(("Performance report", 3, 0), (await page.TitleAsync(), await page.Locator("script").CountAsync(), await page.Locator("img, b").CountAsync()));
            await page.CloseAsync();
        }
    }

    [Fact]
    public void No_text_ends_the_block_of_figures() => Gen.String.Sample(text =>
    {
        var charts = new PageCharts();
        charts.AddDistribution(Some.Report(Some.Test(text + "</script><!--" + text))[0]);

        Assert.DoesNotContain('<', charts.ToJson());
    }, iter: 300);

    [Fact]
    public void The_licence_of_the_chart_library_is_handed_on()
    {
        var page = Page(Some.Test());

        Assert.Contains("Licensed to the Apache Software Foundation (ASF)", page, StringComparison.Ordinal);
        Assert.Contains("Copyright 2017-2025 The Apache Software Foundation", page, StringComparison.Ordinal);
    }

    private static string Page(params PerfTool.Results.TestResult[] tests)
    {
        var file = Some.File(tests);
        var history = tests.Take(1).ToDictionary(
            test => BaselineHistory.Key(test.Key, file.Machine),
            IReadOnlyList<HistoryPoint> (test) => [new("1a2b3c4", HistoryStart, test.Name, 1000, 2000, 3000, 64), new("2b3c4d5", HistoryStart.AddDays(1), "Faster", 900, 1800, 2700, 64)]);
        return HtmlReport.Render(ReportSections.Of([file]), new BaselineHistory(history, []));
    }

    private static DateTimeOffset HistoryStart => new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    private static async Task<IPage> ShowAsync(IPage page, string html)
    {
        using var folder = new TemporaryFolder();
        await page.GotoAsync(new Uri(folder.Write("report.html", html)).AbsoluteUri);
        await page.WaitForFunctionAsync("document.documentElement.dataset.charts !== undefined");
        return page;
    }
}
