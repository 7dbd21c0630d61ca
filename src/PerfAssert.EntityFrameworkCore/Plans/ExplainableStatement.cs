using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>Tells what can be explained.</summary>
internal static class ExplainableStatement
{
    public static Explainability Of(RecordedCommand command) => command.IsSaving ? Explainability.No : Of(command.Sql);

    public static Explainability Of(string sql)
    {
        var tokens = SqlTokenizer.Tokens(sql);
        if (tokens.FindIndex(token => token.IsSymbol(";")) is var end and >= 0 && tokens.Skip(end).Any(token => !token.IsSymbol(";")))
            return Explainability.SeveralStatements;
        return tokens.Count > 0 && (tokens[0].Is("SELECT") || tokens[0].Is("WITH") || tokens[0].Is("UPDATE") || tokens[0].Is("DELETE")) ? Explainability.Yes : Explainability.No;
    }
}
