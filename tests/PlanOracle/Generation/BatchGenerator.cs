using System.Text;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>Makes a batch from a seed.</summary>
internal static class BatchGenerator
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Metadata.Builders;

        """;

    public static Batch Generate(DatabaseKind database, int seed, int queryCount)
    {
        var draw = new Draw(seed);
        var model = new ModelPlanner(draw, database).Plan();
        var writer = new QueryWriter(model, draw);
        var queries = Enumerable.Range(0, queryCount).Select(writer.Write).ToList();
        return new Batch(
            seed,
            database,
            Usings + ModelWriter.Write(model),
            Usings + Class("Queries", queries.Select(query => query.Text)),
            Usings + Class("Stripped", queries.Where(query => query.Stripped is not null).Select(query => query.Stripped!)) + Runner(queries),
            [.. queries]);
    }

    private static string Class(string name, IEnumerable<string> methods) =>
        $"public static partial class {name}\n{{\n{string.Join("\n\n", methods)}\n}}\n";

    private static string Runner(IEnumerable<GeneratedQuery> queries)
    {
        var text = new StringBuilder("public static class Runner\n{\n");
        text.AppendLine("    public static object? Run(DbContext context, int number, bool stripped)").AppendLine("    {");
        text.AppendLine("        var db = (Db)context;").AppendLine("        switch (stripped ? ~number : number)").AppendLine("        {");
        foreach (var query in queries)
        {
            text.AppendLine($"            case {query.Number}: return {Call("Queries", query, query.IsAsync)};");
            if (query.Stripped is { } stripped)
                text.AppendLine($"            case ~{query.Number}: return {Call("Stripped", query, stripped.Contains("async Task"))};");
        }

        text.AppendLine("            default: return null;").AppendLine("        }").AppendLine("    }").AppendLine("}");
        return text.ToString();
    }

    private static string Call(string type, GeneratedQuery query, bool isAsync) =>
        $"{type}.{query.Method}(db{query.Arguments}){(isAsync ? ".GetAwaiter().GetResult()" : "")}";
}
