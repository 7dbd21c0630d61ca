using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>Tables as a page of its own: no script, nothing loaded, every text encoded.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1c2430;--soft:#5d6878;--line:#dfe4ea;--paper:#fff;--row:#f6f8fa;--warn:#9a6700;--warn-bg:#fff3d1;--crit:#b3261e;--crit-bg:#fde8e6}
        @media(prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#98a4b3;--line:#2d3642;--paper:#14191f;--row:#1b222b;--warn:#f0c14b;--warn-bg:#3a2f10;--crit:#ff8a80;--crit-bg:#431a18}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:110rem;padding:2rem 1.5rem 4rem;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        h1{margin:0;font-size:1.5rem}h2{margin:2.5rem 0 .6rem;font-size:1.1rem}
        p{margin:.3rem 0;color:var(--soft)}
        .wide{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
        table{width:100%;border-collapse:collapse}
        th,td{padding:.5rem .8rem;text-align:left;vertical-align:top}
        th{font-size:.8rem;font-weight:600;color:var(--soft);white-space:nowrap;border-bottom:1px solid var(--line)}
        tbody tr:nth-child(even){background:var(--row)}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        code{display:block;min-width:26rem;max-height:9rem;overflow:auto;font:13px/1.45 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
        b{padding:.1rem .5rem;border-radius:999px;font-size:.8rem;font-weight:600}
        .warning{color:var(--warn);background:var(--warn-bg)}.critical{color:var(--crit);background:var(--crit-bg)}
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>What the page's response must say for a browser to trust nothing but the page's own style.</summary>
    public static string ContentSecurityPolicy { get; } = $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="lead">A sentence below it.</param>
    /// <param name="tables">Its tables.</param>
    public static string Write(string title, string lead, IEnumerable<PageTable> tables)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(Encode(title)).Append("</title><style>").Append(Style).Append("</style></head>\n<body><h1>")
            .Append(Encode(title)).Append("</h1><p>").Append(Encode(lead)).Append("</p>\n");
        foreach (var table in tables)
            Append(html, table);
        return html.Append("</body></html>\n").ToString();
    }

    private static void Append(StringBuilder html, PageTable table)
    {
        html.Append("<h2>").Append(Encode(table.Title)).Append("</h2>\n");
        if (table.Rows.Count == 0)
        {
            html.Append("<p>").Append(Encode(table.Empty)).Append("</p>\n");
            return;
        }

        html.Append("<div class=\"wide\"><table><thead><tr>");
        foreach (var column in table.Columns)
            html.Append(column.Kind == CellKind.Number ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">").Append(Encode(column.Name)).Append("</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < table.Columns.Count; i++)
                html.Append(Cell(table.Columns[i].Kind, row[i]));
            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static string Cell(CellKind kind, string text) => kind switch
    {
        CellKind.Number => $"<td class=\"n\">{Encode(text)}</td>",
        CellKind.Code => $"<td><code>{Encode(text)}</code></td>",
        CellKind.Severity when text is "warning" or "critical" => $"<td><b class=\"{text}\">{text}</b></td>",
        _ => $"<td>{Encode(text)}</td>",
    };

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
