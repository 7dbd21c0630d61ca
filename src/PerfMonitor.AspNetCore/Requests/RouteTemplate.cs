using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PerfMonitor.AspNetCore.Requests;

/// <summary>Route templates compared as routing sees them: names of parameters, constraints, defaults and letter case aside.</summary>
internal static class RouteTemplate
{
    /// <summary>The shape of a template, the same for all that match the same requests but for their constraints.</summary>
    public static string Shape(RoutePattern pattern)
    {
        var shape = new StringBuilder();
        foreach (var segment in pattern.PathSegments)
        {
            shape.Append('/');
            foreach (var part in segment.Parts)
            {
                shape.Append(part switch
                {
                    // A brace within a literal must not look like a parameter.
                    RoutePatternLiteralPart literal => Escape(literal.Content),
                    RoutePatternSeparatorPart separator => Escape(separator.Content),
                    RoutePatternParameterPart { IsCatchAll: true } => "{*}",
                    _ => "{}",
                });
            }
        }

        return shape.Length == 0 ? "/" : shape.ToString();
    }

    /// <summary>The template as it was written, but for letter case and slashes around it.</summary>
    public static string Text(RoutePattern pattern) => (pattern.RawText ?? "").Trim('/').ToLowerInvariant();

    private static string Escape(string literal) => literal.ToLowerInvariant().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
