using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfMonitor.Statements;

/// <summary>What is known of a command by its text alone.</summary>
/// <param name="Masked">Its SQL without values, cut to <see cref="LongestShown"/>.</param>
/// <param name="Fingerprint">The same with parameters and lists collapsed: one for all commands that differ in their values only.</param>
/// <param name="CallSite">Where it stands in the source; null where it is not tagged.</param>
/// <param name="Target">What it does, and to which table.</param>
internal sealed record StatementInfo(string Masked, string Fingerprint, string? CallSite, StatementTarget Target)
{
    /// <summary>Characters of a statement that are kept.</summary>
    public const int LongestShown = 2_000;

    public static StatementInfo Read(string sql)
    {
        var masked = StatementMask.Mask(sql);
        return new StatementInfo(Shorten(masked), Shorten(StatementNormalizer.Normalize(masked)), Statements.CallSite.Of(sql), StatementTarget.Of(SqlTokenizer.Tokens(masked)));
    }

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + " " + StatementMask.Cut;
}
