using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls on <c>IndexBuilder</c>.</summary>
internal static class IndexCalls
{
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        var index = value.Index!;
        index.Origin = IndexOrigin.Fluent;
        switch (call.Name)
        {
            case "IsUnique":
                index.IsUnique = call.Arguments is not [FluentFlags { Values: [false] }];
                return value;
            case "HasFilter":
                index.Filter = call.Arguments is [FluentOpaque { IsNull: true }] ? null : "";
                return value;
            case "IsDescending":
                index.Descending = [.. call.Arguments.OfType<FluentFlags>().SelectMany(flags => flags.Values)];
                return value;
            case "HasMethod":
                index.Method = call.Arguments is [FluentText { Values: [var method] }] ? method : "unknown";
                return value;
            case "IsFullText" or "IsSpatial":
                index.Method = call.Name;
                return value;
            case "IsTsVectorExpressionIndex":
                index.Method = "gin";
                return value;
            default:
                return HarmlessCalls.Index.Contains(call.Name) ? value : interpreter.Unknown(value, call, scope);
        }
    }
}
