using Microsoft.CodeAnalysis.Text;

namespace PerfAssert.Analyzers.Baselines;

/// <summary>
/// The key of an entry, <c>Shop.Orders.CartPerf.AddsItem#1f3a9c2b7d40 @net10.0</c>, in its parts. The row's hash isn't among them: the
/// compiler doesn't know a theory's rows.
/// </summary>
/// <param name="Type">The class that runs the test, with namespace and outer classes (+).</param>
/// <param name="Method">The method.</param>
/// <param name="TargetFramework">What the tests were built for.</param>
/// <param name="Span">Where the key stands.</param>
internal sealed record BaselineEntry(string Type, string Method, string TargetFramework, TextSpan Span)
{
    /// <summary>What the entry is of, as one looks it up.</summary>
    public string Test => Type + "." + Method;

    /// <summary>Reads a key; null for one of another form, or of a class with type arguments.</summary>
    public static BaselineEntry? Parse(string key, TextSpan span)
    {
        var target = key.LastIndexOf(" @", StringComparison.Ordinal);
        if (target < 0 || key.IndexOf('<') >= 0)
            return null;
        var test = key.Substring(0, target);
        var row = test.IndexOf('#');
        if (row >= 0)
            test = test.Substring(0, row);
        var dot = test.LastIndexOf('.');
        return dot <= 0 || dot == test.Length - 1 ? null : new BaselineEntry(test.Substring(0, dot), test.Substring(dot + 1), key.Substring(target + 2), span);
    }
}
