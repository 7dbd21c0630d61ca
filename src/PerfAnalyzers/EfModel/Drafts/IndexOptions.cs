using System.Collections.Immutable;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>What calls on an <c>IndexBuilder</c>, and the annotations they leave in a snapshot, say of an index.</summary>
internal static class IndexOptions
{
    /// <summary>Calls that change nothing which a query could notice.</summary>
    private static readonly ImmutableHashSet<string> s_harmless = ImmutableHashSet.Create(
        "HasDatabaseName", "HasName", "IsCreatedOnline", "HasFillFactor", "UseFillFactor", "SortInTempDb", "UseDataCompression", "AreNullsDistinct",
        "IsCreatedConcurrently", "HasStorageParameter", "HasFullTextCatalog", "HasFullTextChangeTracking", "HasFullTextKeyIndex", "HasFullTextLanguages",
        "ForSqlServerIsOnline", "ForNpgsqlIsCreatedConcurrently", "ToString"
    );

    private static readonly ImmutableHashSet<string> s_harmlessAnnotations = ImmutableHashSet.Create(
        "Relational:Name", "SqlServer:CreatedOnline", "SqlServer:Online", "SqlServer:FillFactor", "SqlServer:DataCompression", "SqlServer:SortInTempDb",
        "Npgsql:CreatedConcurrently", "Npgsql:IndexNullsDistinct", "Npgsql:NullsDistinct"
    );

    /// <summary>Applies a call; false where it isn't understood.</summary>
    /// <param name="index">The index it is called on.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="arguments">Its arguments, without the builder.</param>
    public static bool Apply(IndexDraft index, string method, IReadOnlyList<FluentExpression> arguments)
    {
        switch (method)
        {
            case "IsUnique":
                index.IsUnique = arguments is not [FluentFlags { Values: [false] }];
                return true;
            case "HasFilter" or "ForSqlServerHasFilter":
                Filter(index, arguments);
                return true;
            case "IsDescending" when arguments.All(argument => argument is FluentFlags):
                index.Descending = [.. arguments.OfType<FluentFlags>().SelectMany(flags => flags.Values)];
                return true;
            case "HasMethod" or "ForNpgsqlHasMethod":
                index.Method = arguments is [FluentText { Values: [var name] }] ? name : "unknown";
                return true;
            case "IsFullText" or "IsSpatial" or "ForMySqlIsFullText" or "ForMySqlIsSpatial":
                index.Method = method;
                return true;
            case "IsTsVectorExpressionIndex":
                index.Method = "gin";
                index.HasOperatorClass = true;
                return true;
            case "IncludeProperties" or "ForSqlServerInclude" or "ForNpgsqlInclude" or "ForNpgsqlHasInclude":
                return Include(index, arguments);
            case "IsClustered" or "ForSqlServerIsClustered":
                index.IsClustered = arguments is not [FluentFlags { Values: [false] }];
                return true;
            case "HasOperators" or "ForNpgsqlHasOperators" or "UseCollation" or "HasCollation" or "HasNullSortOrder" or "HasSortOrder" or "HasPrefixLength":
                index.HasOperatorClass = true;
                return true;
            case "HasAnnotation":
                return arguments is [FluentText { Values: [var annotation] }, var value, ..] && Annotate(index, annotation, value);
            default:
                return s_harmless.Contains(method);
        }
    }

    /// <summary>Applies an annotation, as snapshots and migrations write them; false where it isn't understood.</summary>
    public static bool Annotate(IndexDraft index, string annotation, FluentExpression value)
    {
        switch (annotation)
        {
            case "Relational:Filter":
                Filter(index, [value]);
                return true;
            case "SqlServer:Include" or "Npgsql:IndexInclude":
                return Include(index, [value]);
            case "SqlServer:Clustered":
                index.IsClustered = value is not FluentFlags { Values: [false] };
                return true;
            case "Npgsql:IndexMethod":
                index.Method = value is FluentText { Values: [var method] } ? method : "unknown";
                return true;
            case "MySql:FullTextIndex" or "MySql:SpatialIndex":
                index.Method = annotation;
                return true;
            case "Npgsql:TsVectorConfig":
                index.Method = "gin";
                index.HasOperatorClass = true;
                return true;
            case "Npgsql:IndexOperators" or "Npgsql:IndexCollation" or "Relational:Collation" or "Npgsql:IndexNullSortOrder" or "Npgsql:IndexSortOrder" or "MySql:IndexPrefixLength":
                index.HasOperatorClass = true;
                return true;
            default:
                return s_harmlessAnnotations.Contains(annotation) || annotation.StartsWith("Npgsql:StorageParameter:", StringComparison.Ordinal);
        }
    }

    private static void Filter(IndexDraft index, IReadOnlyList<FluentExpression> arguments)
    {
        index.Filter = arguments switch
        {
            [FluentOpaque { IsNull: true }] => null,
            [FluentText { Values: [var sql] }] => sql,
            _ => "",
        };
        index.IsFilterSaid = true;
    }

    private static bool Include(IndexDraft index, IReadOnlyList<FluentExpression> arguments)
    {
        var columns = new List<string>();
        foreach (var argument in arguments)
        {
            switch (argument)
            {
                case FluentText text:
                    columns.AddRange(text.Values);
                    break;
                case FluentLambda { Members: { } members }:
                    columns.AddRange(members);
                    break;
                default:
                    return false;
            }
        }
        index.Included = columns;
        return true;
    }
}
