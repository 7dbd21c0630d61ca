using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>Calls on <c>IndexBuilder</c>.</summary>
internal static class IndexCalls
{
    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        if (call is { Name: "Metadata", IsProperty: true })
            return value with { Kind = FluentValueKind.Metadata };
        var index = value.Index!;
        index.Origin = IndexOrigin.Fluent;
        var arguments = call.Arguments.Select(argument => FluentInterpreter.Resolved(argument, scope)).ToList();
        return IndexOptions.Apply(index, call.Name, arguments) ? value : interpreter.Unknown(value, call, scope);
    }
}
