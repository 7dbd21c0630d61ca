using System.Text;
using PerfAnalyzers.AccessPaths;
using PerfTool.Indexes.Scripts;

namespace PerfTool.Indexes.Migrations;

/// <summary>Writes a migration in C# that creates each index only if it is missing, and drops it only if it is there.</summary>
internal static class MigrationWriter
{
    private static readonly (Database Database, string Pattern)[] s_providers =
    [
        (Database.SqlServer, "\"Microsoft.EntityFrameworkCore.SqlServer\""),
        (Database.PostgreSql, "\"Npgsql.EntityFrameworkCore.PostgreSQL\""),
        (Database.Sqlite, "\"Microsoft.EntityFrameworkCore.Sqlite\""),
        (Database.MySql, "\"Pomelo.EntityFrameworkCore.MySql\" or \"MySql.EntityFrameworkCore\" or \"Microting.EntityFrameworkCore.MySql\""),
    ];

    /// <summary>The file's text.</summary>
    /// <param name="indexes">The indexes; their tables are known.</param>
    /// <param name="className">The migration's name.</param>
    /// <param name="namespace">Its namespace.</param>
    /// <param name="declared">Whether the snapshot has the indexes too.</param>
    public static string Write(IReadOnlyList<MissingIndex> indexes, string className, string @namespace, bool declared)
    {
        var text = new StringBuilder();
        var advice = declared
            ? "The snapshot has them,\n    /// too, so the model has to declare them (HasIndex or [Index], which the code fix adds): EF Core's next migration would drop them otherwise."
            : "Once the model declares one too (HasIndex or [Index], which the code fix adds), take its CreateIndex and DropIndex out of the\n    /// migration that EF Core then writes: this one has created it.";
        text.Append($$"""
            using System;
            using Microsoft.EntityFrameworkCore.Migrations;

            #nullable disable

            namespace {{@namespace}}
            {
                /// <summary>
                /// Creates the indexes that PerfAnalyzers found missing, each only if there is none of its name. They have the names that EF Core would give
                /// them. {{advice}}
                /// </summary>
                public partial class {{className}} : Migration
                {

            """.ReplaceLineEndings("\n"));
        Method(text, "Up", indexes, Create);
        text.Append('\n');
        Method(text, "Down", indexes, IndexStatements.Drop);
        text.Append("    }\n}\n");
        return text.ToString();

        static string Create(MissingIndex index, string name, Database database) => IndexStatements.Create(index, name, database);
    }

    private static void Method(StringBuilder text, string name, IReadOnlyList<MissingIndex> indexes, Func<MissingIndex, string, Database, string> statement)
    {
        text.Append("        /// <inheritdoc />\n");
        text.Append($"        protected override void {name}(MigrationBuilder migrationBuilder)\n        {{\n");
        if (name == "Up")
        {
            foreach (var index in indexes)
                text.Append("            // ").Append(Identifiers.InComment($"{index}: {string.Join(", ", index.Queries.Select(query => query.InFile))}")).Append('\n');
        }

        text.Append("            switch (migrationBuilder.ActiveProvider)\n            {\n");
        foreach (var (database, pattern) in s_providers)
        {
            text.Append($"                case {pattern}:\n");
            foreach (var (index, indexName) in indexes.Zip(IndexNames.Of(indexes, database)))
                text.Append("                    migrationBuilder.Sql(").Append(Raw(statement(index, indexName, database), "                        ")).Append(");\n");
            text.Append("                    break;\n");
        }

        text.Append("                default:\n                    throw new NotSupportedException($\"This migration has no SQL for {migrationBuilder.ActiveProvider}.\");\n");
        text.Append("            }\n        }\n");
    }

    /// <summary>A raw string literal, in as many quotes as it takes.</summary>
    private static string Raw(string sql, string indent)
    {
        var quotes = 3;
        while (sql.Contains(new string('"', quotes), StringComparison.Ordinal))
            quotes++;
        var delimiter = new string('"', quotes);
        var lines = string.Concat(sql.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? "\n" : $"{indent}{line}\n"));
        return $"{delimiter}\n{lines}{indent}{delimiter}";
    }
}
