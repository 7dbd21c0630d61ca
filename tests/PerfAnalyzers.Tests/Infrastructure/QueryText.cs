using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries;

namespace PerfAnalyzers.Tests.Infrastructure;

/// <summary>Reads the queries of a snippet and writes their shapes as short text: <c>Order: Email = , Total &lt;&gt; order by Id take</c>.</summary>
internal static class QueryText
{
    private const string Model = TestCompilation.Usings + """
        public enum OrderStatus { Open, Paid }
        public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Order
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
            public bool IsPaid { get; set; }
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
        public class Line { public int Id { get; set; } public int OrderId { get; set; } public string Sku { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Line> Lines => Set<Line>();
        }

        """;

    private static readonly ImmutableHashSet<string> s_dbSets = ["Orders", "Lines"];

    /// <summary>The shapes of all queries in a method body that has <c>Db db</c> and a few parameters in scope.</summary>
    public static string[] ShapesOf(string body)
    {
        var source = Model + $$"""
            public class Queries
            {
                public async Task Run(Db db, string email, string? phone, int id, int? parent, int[] ids, List<string> emails, OrderStatus status, DateTime since, bool flag, long big, Expression<Func<Order, bool>> predicate)
                {
                    {{body}}
                    await Task.Yield();
                }
            }
            """;
        var compilation = TestCompilation.Create(source);
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));

        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var gate = new QueryGate(s_dbSets);
        var dbSet = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbSet`1")!;
        return
        [
            .. tree.GetRoot().DescendantNodes()
                .Select(node => node switch
                {
                    InvocationExpressionSyntax invocation when gate.MayExecuteQuery(invocation) => node,
                    CommonForEachStatementSyntax loop when gate.MayExecuteQuery(loop) => loop.Expression,
                    _ => null,
                })
                .Where(node => node is not null)
                .Select(node => QueryReader.Read(model.GetOperation(node!)!, dbSet))
                .Where(shape => shape is not null)
                .Select(shape => Write(shape!)),
        ];
    }

    private static string Write(QueryShape shape)
    {
        var text = shape.Root.Entity.Name + ": " + string.Join(" & ", AccessPathFinder.Conjuncts(shape.Root.Shape.Filter).Select(Write));
        if (!shape.Root.Shape.Order.IsEmpty)
            text += " order by " + string.Join(", ", shape.Root.Shape.Order.Select(key => key.Column + (key.IsDescending ? " desc" : "")));
        if (shape.Root.Shape.HasLimit)
            text += " limit";
        return shape.IgnoresQueryFilters ? text + " unfiltered" : text;
    }

    private static string Write(Predicate predicate) => predicate switch
    {
        ColumnPredicate column => column.Column + (column.HasFewValues ? "~ " : " ") + column.Comparison switch
        {
            Comparison.Equality => "=",
            Comparison.In => "in",
            Comparison.Range => "<>",
            _ => "!=",
        },
        AndPredicate and => "(" + string.Join(" & ", and.Operands.Select(Write)) + ")",
        OrPredicate or => "(" + string.Join(" | ", or.Operands.Select(Write)) + ")",
        OpaquePredicate => "opaque",
        RowIndependentPredicate => "constant",
        _ => "unknown",
    };
}
