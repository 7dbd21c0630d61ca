using System.Net;
using System.Text;
using PerfAssert;
using PerfTool.Reports.History;
using PerfTool.Results;

namespace PerfTool.Reports.Html;

/// <summary>One page that holds all it needs: tables, charts, and the library that draws them. Nothing in it is loaded from anywhere.</summary>
internal static class HtmlReport
{
    /// <summary>What our pages begin with.</summary>
    public const string Mark = "<meta name=\"generator\" content=\"perftool\">";

    /// <summary>The page.</summary>
    public static string Render(IReadOnlyList<ReportSection> sections, BaselineHistory history)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n").Append(Mark).Append('\n')
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            // The browser itself keeps the promise that nothing is loaded.
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>Performance report</title>\n<style>\n").Append(PageResources.Style).Append("</style>\n</head>\n<body>\n<main>\n<h1>Performance report</h1>\n");
        page.Append("<p class=\"counts\">").Append(Encode(ReportSections.Counts([.. sections.SelectMany(section => section.Tests)]))).Append("</p>\n");
        var charts = new PageCharts();
        foreach (var section in sections)
            Append(page, section, history, charts, isOnly: sections.Count == 1);
        foreach (var note in history.Notes)
            page.Append("<p class=\"note\">").Append(Encode(note)).Append("</p>\n");
        page.Append("</main>\n<footer>Charts by <a href=\"https://echarts.apache.org\">Apache ECharts</a>, Apache License 2.0.</footer>\n")
            .Append("<script type=\"application/json\" id=\"charts\">").Append(charts.ToJson()).Append("</script>\n");
        if (!charts.IsEmpty)
            page.Append("<!--\n").Append(PageResources.ChartNotice).Append("-->\n<script>").Append(PageResources.ChartLibrary).Append("</script>\n<script>\n").Append(PageResources.Script).Append("</script>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, ReportSection section, BaselineHistory history, PageCharts charts, bool isOnly)
    {
        page.Append("<section>\n<h2>").Append(Encode(section.File.Assembly)).Append("</h2>\n<p class=\"title\">").Append(Encode(section.Title)).Append(isOnly ? "" : "<br>" + Encode(ReportSections.Counts(section.Tests))).Append("</p>\n");
        AppendTable(page, section);
        if (section.Notes.Count > 0)
            page.Append("<ul class=\"notes\">").AppendJoin("", section.Notes.Select(note => $"<li>{Breakable(note)}</li>")).Append("</ul>\n");
        foreach (var test in section.Tests.Where(test => test.Outcome is PerfOutcome.Failed or PerfOutcome.Inconclusive or PerfOutcome.Warning))
            page.Append("<details><summary>").Append(Breakable(TestWords.Headline(test))).Append("</summary><pre>").Append(WebUtility.HtmlEncode(TestDetails.Describe(section.File, test))).Append("</pre></details>\n");
        if (charts.AddDistribution(section) is { } distribution)
        {
            page.Append("<h3>Distribution</h3>\n<p>A line from the fastest batch to p99, a box from p25 to p95, a stroke at p50. The scale is logarithmic.</p>\n")
                .Append(Chart(distribution, "How long calls took, baseline and now; the table above has the figures."));
        }

        AppendHistories(page, section, history, charts);
        page.Append("</section>\n");
    }

    private static void AppendHistories(StringBuilder page, ReportSection section, BaselineHistory history, PageCharts charts)
    {
        var histories = section.Tests.Select(test => (Test: test, Points: PointsOf(section.File, test, history))).Where(one => one.Points.Count > 1).ToArray();
        if (histories.Length == 0)
            return;
        page.Append("<h3>History</h3>\n<p>Each commit that changed the baseline of this machine, and this run as the last point.</p>\n<div class=\"histories\">\n");
        foreach (var (test, points) in histories)
        {
            page.Append("<figure><figcaption>").Append(Breakable(TestWords.Short(test))).Append("</figcaption>")
                .Append(Chart(charts.AddHistory(points), $"History of {TestWords.Short(test)}; the table below has the figures."));
            AppendPoints(page, TestWords.Short(test), points);
            page.Append("</figure>\n");
        }

        page.Append("</div>\n");
    }

    private static void AppendTable(StringBuilder page, ReportSection section)
    {
        // A table wider than a phone scrolls by itself, with the keyboard too.
        page.Append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Encode($"Results of {section.File.Assembly}")).Append("\">\n<table>\n<thead><tr>");
        foreach (var head in section.Header)
            page.Append(ReportSection.IsText(head) ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"figure\">").Append(Encode(head)).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var (row, test) in section.Rows.Zip(section.Tests))
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                page.Append(section.Header[i] switch
                {
                    "Test" => $"<th scope=\"row\">{Breakable(row[i])}</th>",
                    "Verdict" => $"<td><span class=\"verdict {Class(test)}\">{Encode(row[i])}</span></td>",
                    var head => $"<td{(ReportSection.IsText(head) ? "" : " class=\"figure\"")}>{(ReportSection.IsText(head) ? Breakable(row[i]) : Encode(row[i]))}</td>",
                });
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void AppendPoints(StringBuilder page, string name, IReadOnlyList<HistoryPoint> points)
    {
        page.Append("<details><summary>As a table</summary><div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(Encode($"History of {name}"))
            .Append("\"><table><thead><tr><th scope=\"col\">Commit</th><th scope=\"col\">When</th><th scope=\"col\" class=\"figure\">p50</th><th scope=\"col\" class=\"figure\">p95</th><th scope=\"col\" class=\"figure\">p99</th><th scope=\"col\" class=\"figure\">Allocated</th></tr></thead><tbody>\n");
        foreach (var point in points)
        {
            page.Append("<tr><th scope=\"row\">").Append(Encode(point.Commit.Length == 0 ? "this run" : point.Commit)).Append("</th><td>").Append(point.When.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).Append("</td>");
            foreach (var figure in new[] { point.P50, point.P95, point.P99 })
                page.Append("<td class=\"figure\">").Append(Encode(TestWords.TimeOf(figure))).Append("</td>");
            page.Append("<td class=\"figure\">").Append(Encode(point.Allocated is { } bytes ? PerfAssert.Reporting.Format.Bytes(bytes) : "-")).Append("</td></tr>\n");
        }

        page.Append("</tbody></table></div></details>");
    }

    /// <summary>What git knows of the test on this machine, and the run itself.</summary>
    private static IReadOnlyList<HistoryPoint> PointsOf(ResultsFile file, TestResult test, BaselineHistory history)
    {
        if (!history.Tests.TryGetValue(BaselineHistory.Key(test.Key, file.Machine), out var known))
            return [];
        return test.Now is { P50: { } p50 } now ? [.. known, new HistoryPoint("", new DateTimeOffset(DateTime.SpecifyKind(file.Started, DateTimeKind.Utc)), "this run", p50, now.P95, now.P99, now.Allocated)] : known;
    }

    private static string Chart(string id, string label) => $"<div class=\"chart\" id=\"{id}\" role=\"img\" aria-label=\"{Encode(label)}\"></div>\n";

    private static string Class(TestResult test) => Severity.Rank(test) switch
    {
        <= 2 => "bad",
        <= 6 => "doubt",
        <= 8 => "open",
        _ => "good",
    };

    /// <summary>A name may be broken where its words end, so that the table fits.</summary>
    private static string Breakable(string name) => Encode(name).Replace(".", ".<wbr>", StringComparison.Ordinal).Replace("_", "_<wbr>", StringComparison.Ordinal);

    private static string Encode(string text) => WebUtility.HtmlEncode(TestWords.Plain(text));
}
