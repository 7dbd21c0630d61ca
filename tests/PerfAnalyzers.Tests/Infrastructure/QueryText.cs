using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Tests.Infrastructure;

/// <summary>Reads the queries of a snippet and writes their shapes as short text: <c>Order: Email = , Total &lt;&gt; order by Id take</c>.</summary>
internal static class QueryText
{
    private const string Model = TestCompilation.Usings + """
        public enum OrderStatus { Open, Paid }
        public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; public List<Order> Orders { get; set; } = new(); }
        public class Order
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
            public bool IsPaid { get; set; }
            public bool? WasPaid { get; set; }
            public List<string> Tags { get; set; } = new();
            public OrderStatus Status { get; set; }
            public OrderStatus? OldStatus { get; set; }
            public int Quantity { get; set; }
            public short Small { get; set; }
            public int? ParentId { get; set; }
            public decimal Total { get; set; }
            public DateTime CreatedAt { get; set; }
            public DateTime? PaidAt { get; set; }
            public Guid Token { get; set; }
            public int CustomerId { get; set; }
            public Customer Customer { get; set; } = null!;
            public List<Line> Lines { get; set; } = new();
        }
        public class Line { public int Id { get; set; } public int OrderId { get; set; } public int Quantity { get; set; } public string Sku { get; set; } = ""; public List<Note> Notes { get; set; } = new(); }
        public class Note { public int Id { get; set; } public string Text { get; set; } = ""; }
        public class RushOrder : Order { public decimal Fee { get; set; } }
        public class Dto { public int A { get; set; } public string B { get; set; } = ""; }
        public record Positional(int Number, string Mail);
        public class Arguments { public Arguments(string mail) => Mail = mail; public string Mail { get; } }
        public class Loud { public Loud(string Text) => this.Text = Text + "!"; public string Text { get; } }
        public class Area : List<int> { public new bool Contains(int x) => x > 3; public static int Score(int x) => x; }
        public static class Functions { public static string Soundex(this string text) => text; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Line> Lines => Set<Line>();
            public DbSet<Customer> Customers => Set<Customer>();
        }

        """;

    private static readonly CSharpCompilation s_model = TestCompilation.Create(Model);

    private static readonly ImmutableHashSet<string> s_dbSets = ["Orders", "Lines", "Customers"];

    /// <summary>The shapes of all queries in a method body that has <c>Db db</c> and a few parameters in scope.</summary>
    public static string[] ShapesOf(string body, string declarations = "") => [.. SitesOf(body, declarations).Select(found => found.Shape)];

    /// <summary>The shapes with the text of all their sites.</summary>
    public static (string Shape, string[] Sites)[] SitesOf(string body, string declarations = "") =>
        [.. Read(body, declarations).Where(found => found.Shape is not null).Select(found => (Write(found.Shape!), found.Shape!.Sites.Select(site => site.ToString()).ToArray()))];

    /// <summary>The expressions that get past the gate, whatever is read of them.</summary>
    public static string[] GatedIn(string body, string declarations = "") => [.. Read(body, declarations).Select(found => found.Node.ToString())];

    private static IReadOnlyList<(SyntaxNode Node, QueryShape? Shape)> Read(string body, string declarations)
    {
        var source = TestCompilation.Usings + $$"""
            public class Queries
            {
                private readonly Db _db = null!;

                public async Task Run(Db db, string email, string? phone, int id, int? parent, int[] ids, List<string> emails, OrderStatus status, DateTime since, bool flag, long big, Expression<Func<Order, bool>> predicate)
                {
                    {{body}}
                    await Task.Yield();
                }
            }
            {{declarations}}
            """;
        // The model is the same each time: adding to one compilation spares reading the references again.
        var tree = CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)s_model.SyntaxTrees[0].Options, path: "Queries.cs");
        var compilation = s_model.AddSyntaxTrees(tree);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));

        var model = compilation.GetSemanticModel(tree);
        var gate = new QueryGate(s_dbSets, QueryMembers.Of(compilation, default));
        var dbSet = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbSet`1")!;
        return gate.Executions(tree.GetRoot(), tree.GetRoot().FullSpan)
            .Select(node => ((SyntaxNode)node, QueryReader.Read(model.GetOperation(node)!, dbSet)))
            .ToList();
    }

    private static string Write(QueryShape shape)
    {
        var text = string.Join("; ", shape.Tables.Select((table, i) => Write(shape, table, i)));
        if (shape.IgnoresQueryFilters)
            text += " unfiltered";
        return shape.IsCertain ? text : text + " possible";
    }

    private static string Write(QueryShape shape, QueryTable table, int index)
    {
        var text = string.Concat(shape.Joins.Where(join => join.Inner == index).Select(join => Write(shape, join)))
            + table.Entity.Name + ": " + string.Join(" & ", AccessPathFinder.Conjuncts(table.Shape.Filter).Select(predicate => Write(predicate, shape)));
        var keys = table.Shape.Order.Select(key => (key.Expression ?? key.Column) + (key.IsDecimal ? "#" : "") + (key.IsDescending ? " desc" : "")).Concat(table.Shape.HasUnreadOrder ? ["?"] : []).ToList();
        if (keys.Count > 0)
            text += " order by " + string.Join(", ", keys);
        return table.Shape.HasLimit ? text + " limit" : text;
    }

    /// <summary>Inner joins as <c>on Order.Id=OrderId</c>, left ones as <c>left on</c>, subqueries as <c>in</c>; navigations as <c>on Order.Lines</c>.</summary>
    private static string Write(QueryShape shape, QueryJoin join)
    {
        var kind = join.Kind switch { JoinKind.Inner => "on ", JoinKind.Left => "left on ", _ => "in " };
        var keys = string.Join(",", join.OuterKey) + "=" + string.Join(",", join.InnerKey);
        return kind + shape.Tables[join.Outer].Entity.Name + "." + (join.Navigation is null ? keys : join.Navigation + (keys == "=" ? "" : keys)) + " ";
    }

    private static string Write(Predicate predicate, QueryShape shape) => predicate switch
    {
        ColumnPredicate column => column.Column + (column.HasFewValues ? "~ " : column.IsDecimal ? "# " : " ") + Write(column.Comparison),
        ColumnExpressionPredicate expression => $"{expression.Transform}({expression.Column}) {Write(expression.Comparison)}",
        TextSearchPredicate search => search.Method + "(" + search.Column + ")",
        SubqueryPredicate subquery => (subquery.IsNegated ? "no " : "some ") + shape.Tables[subquery.Table].Entity.Name,
        AndPredicate and => "(" + string.Join(" & ", and.Operands.Select(operand => Write(operand, shape))) + ")",
        OrPredicate or => "(" + string.Join(" | ", or.Operands.Select(operand => Write(operand, shape))) + ")",
        OpaquePredicate => "opaque",
        RowIndependentPredicate constant => constant.IsNullTest ? "nulltest" : "constant",
        _ => "unknown",
    };

    private static string Write(Comparison comparison) => comparison switch
    {
        Comparison.Equality => "=",
        Comparison.Truth => "true",
        Comparison.In => "in",
        Comparison.Range => "<>",
        Comparison.Prefix => "prefix",
        Comparison.NotNull => "notnull",
        _ => "!=",
    };
}
