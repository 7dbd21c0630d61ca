using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Reads what the <c>Up</c> of a migration does to indexes, in order. <c>Down</c> undoes it and isn't read.</summary>
internal sealed class MigrationReader
{
    /// <summary>Operations of EF Core that no index depends on.</summary>
    private static readonly ImmutableHashSet<string> s_harmless = ImmutableHashSet.Create(
        "AddColumn", "AddForeignKey", "AddCheckConstraint", "AlterColumn", "AlterDatabase", "AlterSequence", "AlterTable", "CreateCheckConstraint", "CreateSequence",
        "DropCheckConstraint", "DropForeignKey", "DropSchema", "DropSequence", "EnsureSchema", "RenameSequence", "RestartSequence", "InsertData", "UpdateData", "DeleteData",
        "CreatePostgresExtension", "EnsurePostgresExtension", "DropPostgresExtension", "IsSqlServer", "IsSqlite", "IsNpgsql", "IsMySql"
    );

    private readonly MethodDeclarationSyntax _up;
    private readonly string _builder;
    private readonly List<MigrationStep> _steps = new List<MigrationStep>();

    private MigrationReader(MethodDeclarationSyntax up, string builder)
    {
        _up = up;
        _builder = builder;
    }

    public static IReadOnlyList<MigrationStep> Read(MethodDeclarationSyntax up)
    {
        // Another framework's migration, which may do anything.
        if (up.ParameterList.Parameters is not [var parameter])
            return [new MigrationStep(MigrationStepKind.Opaque, null, null)];
        var reader = new MigrationReader(up, parameter.Identifier.ValueText);

        // Whoever else gets the builder, or its list of operations, may create any index.
        if (up.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == reader._builder && IsHandedOn(name)))
            reader.Add(MigrationStepKind.Opaque, null, null);
        foreach (var node in up.DescendantNodes(node => node is not ExpressionStatementSyntax))
        {
            if (node is ExpressionStatementSyntax { Expression: var statement })
                reader.Statement(FluentParser.Strip(statement));
            else if (node is ArrowExpressionClauseSyntax { Expression: var body } && node.Parent == up)
                reader.Statement(FluentParser.Strip(body));
        }
        return reader._steps;
    }

    private void Statement(ExpressionSyntax expression)
    {
        var annotations = new List<(string, FluentExpression)>();
        while (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: var arguments })
        {
            var receiver = FluentParser.Strip(access.Expression);
            if (receiver is IdentifierNameSyntax name && name.Identifier.ValueText == _builder)
            {
                Operation(access.Name.Identifier.ValueText, new MigrationArguments(arguments, Text), annotations);
                return;
            }
            if (arguments is [var annotation, var value] && FluentParser.ConstantText(annotation.Expression) is { } key)
                annotations.Add((key, FluentParser.Expression(value.Expression, 0)));
            expression = receiver;
        }
    }

    private static bool IsHandedOn(IdentifierNameSyntax builder) => builder.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "Operations",
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var method } } } =>
            !Guards.Contains(type is MemberAccessExpressionSyntax { Name: var name } ? name.Identifier.ValueText : type.ToString(), method),
        _ => true,
    };

    private void Operation(string method, MigrationArguments arguments, List<(string, FluentExpression)> annotations)
    {
        var (name, table) = (arguments.Text("name", 0), arguments.Text("table", 1));
        switch (method)
        {
            case "CreateIndex" when table is not null && arguments.Texts("column", "columns", 2) is { Count: > 0 } columns:
                _steps.Add(new MigrationStep(MigrationStepKind.Create, table, name)
                {
                    Columns = columns,
                    IsUnique = arguments.Flags("unique", 4) is [true],
                    Filter = arguments.Has("filter", 5) ? arguments.Text("filter", 5) ?? "" : null,
                    Descending = arguments.Flags("descending", 6),
                    Annotations = annotations,
                });
                break;
            case "AddPrimaryKey" or "AddUniqueConstraint" when table is not null && arguments.Texts("column", "columns", 2) is { Count: > 0 } columns:
                _steps.Add(new MigrationStep(MigrationStepKind.Create, table, name) { Columns = columns, IsUnique = true, IsKey = true });
                break;
            case "CreateTable" when name is not null:
                CreateTable(name, arguments);
                break;
            case "DropIndex" or "DropPrimaryKey" or "DropUniqueConstraint":
                Add(MigrationStepKind.Drop, table, name);
                break;
            case "RenameIndex":
                Add(MigrationStepKind.RenameIndex, arguments.Text("table", 2), name, arguments.Text("newName", 1));
                break;
            case "RenameTable":
                Add(MigrationStepKind.RenameTable, name, null, arguments.Text("newName", 2));
                break;
            case "RenameColumn":
                Add(MigrationStepKind.RenameColumn, table, name, arguments.Text("newName", 2));
                break;
            case "DropTable":
                Add(MigrationStepKind.DropTable, name, null);
                break;
            case "DropColumn":
                Add(MigrationStepKind.DropColumn, table, name);
                break;
            case "Sql":
                if (arguments.Text("sql", 0) is { } sql)
                    _steps.AddRange(SqlIndexReader.Read(sql));
                else if (arguments.Find("sql", 0) is not InterpolatedStringExpressionSyntax text || MayCreateIndex(text))
                    Add(MigrationStepKind.Opaque, null, null);
                break;
            default:
                if (!s_harmless.Contains(method))
                    Add(MigrationStepKind.Opaque, table, null);
                break;
        }
    }

    /// <summary><c>constraints: table => { table.PrimaryKey("PK_Orders", x => x.Id); table.UniqueConstraint(…); }</c></summary>
    private void CreateTable(string table, MigrationArguments arguments)
    {
        if (arguments.Find("constraints", 3) is not LambdaExpressionSyntax constraints)
            return;
        foreach (var call in constraints.Body.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "PrimaryKey" or "UniqueConstraint" }, ArgumentList.Arguments: [var name, var columns, ..] }
                && FluentParser.Expression(columns.Expression, 0) is FluentLambda { Members: { } members })
            {
                _steps.Add(new MigrationStep(MigrationStepKind.Create, table, Text(name.Expression)) { Columns = members, IsUnique = true, IsKey = true });
            }
        }
    }

    private void Add(MigrationStepKind kind, string? table, string? name, string? newName = null) =>
        _steps.Add(new MigrationStep(kind, table, name) { NewName = newName });

    private static bool MayCreateIndex(InterpolatedStringExpressionSyntax text) => text.ToString().IndexOf("INDEX", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The constant text of an expression, or null where it isn't one that can be read here.</summary>
    private string? Text(ExpressionSyntax expression) =>
        FluentParser.ConstantText(expression) ?? (FluentParser.Strip(expression) switch
        {
            IdentifierNameSyntax name when Variable(name.Identifier.ValueText) is { } value => FluentParser.ConstantText(value),
            _ => null,
        });

    private ExpressionSyntax? Variable(string name) =>
        _up.Parent?.DescendantNodes(node => node is not ExpressionSyntax || node.IsKind(SyntaxKind.EqualsValueClause))
            .OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(variable => variable.Identifier.ValueText == name)?.Initializer?.Value;
}
