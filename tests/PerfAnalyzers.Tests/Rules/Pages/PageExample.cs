using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>A model and a query of a rule's page: run to see its plan, and analysed to see what is reported.</summary>
/// <param name="Id">The rule.</param>
/// <param name="IsReported">True for bad code.</param>
/// <param name="Configure">What OnModelCreating does.</param>
/// <param name="Query">The query.</param>
/// <param name="ConfigureText">The source of <paramref name="Configure"/>.</param>
/// <param name="QueryText">The source of <paramref name="Query"/>.</param>
internal sealed record PageExample(
    string Id,
    bool IsReported,
    Action<ModelBuilder> Configure,
    Func<PageContext, Task> Query,
    [CallerArgumentExpression(nameof(PageExample.Configure))] string ConfigureText = "",
    [CallerArgumentExpression(nameof(PageExample.Query))] string QueryText = "")
{
    /// <summary>The query as a page shows it: without the lambda around it.</summary>
    public string Code => Squeeze(QueryText[(QueryText.IndexOf("=>", StringComparison.Ordinal) + 2)..]);

    /// <summary>The calls that configure the model.</summary>
    public string Configuration => Squeeze(ConfigureText[(ConfigureText.IndexOf("=>", StringComparison.Ordinal) + 2)..]).Trim('{', '}', ' ', ';');

    /// <summary>Text without line breaks and indentation.</summary>
    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" .", ".", StringComparison.Ordinal);
}
