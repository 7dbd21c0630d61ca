using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerfMonitor.Redaction;

/// <summary>Which columns of a model may be shown.</summary>
internal static class ColumnSecrecy
{
    // The base class of all attributes that classify data (Microsoft.Extensions.Compliance.Abstractions), and the one among them that says there is nothing to hide. By name: a package
    // reference for two names is too much.
    private const string Classification = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";
    private const string Nothing = "Microsoft.Extensions.Compliance.Classification.NoDataClassificationAttribute";

    // Goes with its model.
    private static readonly ConditionalWeakTable<IModel, Dictionary<string, bool>> s_byModel = [];

    /// <summary>Whether the model has such a column and nothing speaks against showing it: of columns of one name in several tables the most secret decides.</summary>
    public static bool MayBeShown(string column, IModel model) => s_byModel.GetValue(model, Read).TryGetValue(column, out var isShown) && isShown;

    private static Dictionary<string, bool> Read(IModel model)
    {
        var columns = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            // The name by default, and in each table, view or fragment it is mapped to.
            var names = property.GetTableColumnMappings().Select(mapping => mapping.Column.Name).Concat(property.GetViewColumnMappings().Select(mapping => mapping.Column.Name)).Append(property.GetColumnName());
            foreach (var name in names.Distinct())
                columns[name] = !IsSecret(property, name) && (!columns.TryGetValue(name, out var isShown) || isShown);
        }

        return columns;
    }

    private static bool IsSecret(IProperty property, string column) =>
        SecretNames.Match(column) || SecretNames.Match(property.Name)
        || IsClassified(property.PropertyInfo) || IsClassified(property.FieldInfo) || IsClassified(property.DeclaringType.ClrType);

    private static bool IsClassified(MemberInfo? member) => member?.GetCustomAttributes(inherit: true).Any(attribute => IsClassification(attribute.GetType())) == true;

    private static bool IsClassification(Type attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.FullName == Nothing)
                return false;
            if (type.FullName == Classification)
                return true;
        }

        return false;
    }
}
