using System.Collections;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfMonitor.Redaction;

/// <summary>
/// A command's parameters as the log may keep them. A value is shown where everything is known of it: which mapped columns it belongs to, that neither these nor its own name look like a
/// secret, that none is classified, and that it is short. What is not known is withheld.
/// </summary>
internal static class ParameterValues
{
    /// <summary>Parameters that are kept of one command.</summary>
    public const int Most = 20;

    /// <summary>Characters of a text that is shown: what is longer could be a token, a document or a letter.</summary>
    public const int LongestShown = 64;

    public static ImmutableArray<SlowQueryParameter> Read(DbParameterCollection parameters, string sql, IModel? model)
    {
        if (parameters.Count == 0)
            return [];
        // What the mask does not trust itself to read is not read here either.
        var tokens = sql.Length <= Statements.StatementMask.LongestRead ? SqlTokenizer.Tokens(sql) : [];
        var columns = ParameterColumns.Of(tokens);
        return [.. parameters.Cast<DbParameter>().Take(Most).Select(parameter => Read(parameter, columns, model))];
    }

    private static SlowQueryParameter Read(DbParameter parameter, Dictionary<string, HashSet<string>> columns, IModel? model)
    {
        var name = ParameterColumns.PlainName(parameter.ParameterName);
        var reason = model is null || !columns.TryGetValue(name, out var own) ? "column unknown"
            : SecretNames.Match(name) || own.Any(column => !ColumnSecrecy.MayBeShown(column, model)) ? "redacted"
            : null;
        if (reason is null && Text(parameter.Value) is var (text, isShown))
            return isShown ? new SlowQueryParameter(name, text, false) : new SlowQueryParameter(name, $"<{text}>", true);
        return new SlowQueryParameter(name, $"<{reason}>", true);
    }

    private static (string Text, bool IsShown) Text(object? value) => value switch
    {
        null or DBNull => ("NULL", true),
        string { Length: > LongestShown } text => ($"{text.Length} characters", false),
        string text => (text, true),
        DateTime time => (time.ToString("O", CultureInfo.InvariantCulture), true),
        DateTimeOffset time => (time.ToString("O", CultureInfo.InvariantCulture), true),
        bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal or Guid or DateOnly or TimeOnly or TimeSpan or char =>
            (((IFormattable?)(value as IFormattable))?.ToString(null, CultureInfo.InvariantCulture) ?? value.ToString()!, true),
        ICollection collection => ($"{collection.Count} elements", false),
        _ => (value.GetType().Name, false),
    };
}
