using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>The arguments of a migration's operation, by name or by place.</summary>
internal sealed class MigrationArguments(SeparatedSyntaxList<ArgumentSyntax> arguments, Func<ExpressionSyntax, string?> text)
{
    public ExpressionSyntax? Find(string name, int place)
    {
        foreach (var argument in arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == name)
                return argument.Expression;
        }
        return place < arguments.Count && arguments[place].NameColon is null ? arguments[place].Expression : null;
    }

    /// <summary>True where the argument is given and isn't null.</summary>
    public bool Has(string name, int place) =>
        Find(name, place) is { } found && FluentParser.Expression(found, 0) is not FluentOpaque { IsNull: true };

    public string? Text(string name, int place) => Find(name, place) is { } found ? text(found) : null;

    /// <summary>One text, or an array of them.</summary>
    public IReadOnlyList<string>? Texts(string name, string plural, int place)
    {
        if ((Find(name, place) ?? Find(plural, place)) is not { } found)
            return null;
        return text(found) is { } one ? [one] : FluentParser.Expression(found, 0) is FluentText many ? many.Values : null;
    }

    public IReadOnlyList<bool>? Flags(string name, int place) =>
        Find(name, place) is { } found && FluentParser.Expression(found, 0) is FluentFlags flags ? flags.Values : null;
}
