using Microsoft.CodeAnalysis;

namespace PerfAssert.Analyzers;

/// <summary>Tells tasks from other types.</summary>
internal static class TaskTypes
{
    /// <summary>Whether a type is Task, ValueTask, one of them with a result, or derived from one.</summary>
    public static bool IsTask(ITypeSymbol? type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } })
                return true;
        }

        return false;
    }
}
