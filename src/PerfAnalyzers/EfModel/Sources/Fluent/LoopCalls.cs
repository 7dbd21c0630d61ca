using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources.Fluent;

/// <summary>
/// Calls on the builder of an entity that isn't named: <c>modelBuilder.Entity(type)</c> in a loop over the model. What they declare counts for
/// every entity that has the columns, for the loop's condition isn't evaluated.
/// </summary>
internal static class LoopCalls
{
    /// <summary>Expressions nested deeper than this aren't followed.</summary>
    private const int MaximumDepth = 16;

    public static FluentValue? Apply(FluentInterpreter interpreter, FluentValue value, FluentCall call, FluentScope scope)
    {
        switch (call.Name)
        {
            case "Metadata" when call.IsProperty:
                return new FluentValue(FluentValueKind.Metadata);
            case "Property" or "Navigation":
                return new FluentValue(FluentValueKind.Property);
            case "HasIndex" when BuilderCalls.Columns(call.Arguments, scope) is { } columns:
                var index = new IndexDraft(columns, name: null) { IsUncertain = true };
                interpreter.Context.LoopIndexes.Add(index);
                return new FluentValue(FluentValueKind.Index) { Index = index };
            case "HasQueryFilter":
                return QueryFilter(interpreter, value, call.Arguments, call, scope);
            default:
                return call.Name is "ToTable" or "HasData" || HarmlessCalls.Entity.Contains(call.Name) ? value : interpreter.Unknown(value, call, scope);
        }
    }

    public static FluentValue? QueryFilter(
        FluentInterpreter interpreter, FluentValue value, IReadOnlyList<FluentExpression> arguments, FluentCall call, FluentScope scope)
    {
        var paths = new List<string>();
        // HasQueryFilter("tenant", filter): the name says nothing.
        if (!arguments.Where(argument => arguments.Count == 1 || argument is not FluentText).All(argument => Collect(argument, scope, paths, MaximumDepth)) || paths.Count == 0)
            return interpreter.Unknown(value, call, scope);
        interpreter.Context.LoopFilters.Add(paths);
        return value;
    }

    /// <summary>
    /// The members that a filter mentions: those of a lambda, and the names in a tree of <c>Expression.Property(parameter, "IsDeleted")</c>.
    /// False where something else builds it.
    /// </summary>
    private static bool Collect(FluentExpression expression, FluentScope scope, List<string> paths, int depth)
    {
        if (depth == 0)
            return false;
        switch (FluentInterpreter.Resolved(expression, scope))
        {
            case FluentLambda lambda:
                paths.AddRange(lambda.Mentions);
                return true;
            case FluentText text:
                paths.AddRange(text.Values);
                return true;
            case FluentFlags or FluentTypeOf or FluentOpaque { Mentions.Count: 0 }:
                return true;
            case FluentChain { Root: FluentRoot.Name, Name: "Expression", Calls: [var call] }:
                return call.Name == "Parameter" || call.Name == "Constant" || call.Arguments.All(argument => Collect(argument, scope, paths, depth - 1));
            default:
                return false;
        }
    }
}
