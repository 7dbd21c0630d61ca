using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>The report as a response.</summary>
internal static class SlowQueryEndpoints
{
    public static IResult Report(HttpContext context, [FromServices] SlowQueries queries)
    {
        Protect(context.Response);
        context.Response.Headers.Vary = "Accept";
        var report = queries.GetReport();
        if (!WantsHtml(context.Request))
            return Results.Json(SlowQueryJson.Report(report));
        context.Response.Headers.ContentSecurityPolicy = Page.ContentSecurityPolicy;
        return Results.Content(Page.Write("Slow queries", SlowQueryTables.Lead(report), SlowQueryTables.Of(report)), MediaTypeNames.Text.Html, System.Text.Encoding.UTF8);
    }

    public static IResult Metrics(HttpContext context, [FromServices] SlowQueries queries)
    {
        Protect(context.Response);
        return Results.Json(SlowQueryJson.Metrics(queries.GetReport()));
    }

    // A browser asks for text/html by name; curl and HttpClient ask for anything, and get JSON.
    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase) && type.Quality != 0);

    // SQL belongs into no cache on the way.
    private static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
