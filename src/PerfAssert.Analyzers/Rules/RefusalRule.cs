using Microsoft.CodeAnalysis;

namespace PerfAssert.Analyzers.Rules;

/// <summary>
/// PERF301 and 307: what PerfAssert refuses when the test runs, in the same words and order. xunit's own analyzers look at [Fact] itself for
/// these, not at attributes derived from it.
/// </summary>
internal static class RefusalRule
{
    public static Diagnostic? Judge(PerfMethod test)
    {
        if (test.Symbol is { IsAsync: true, ReturnsVoid: true })
            return Diagnostic.Create(Descriptors.AsyncVoid, test.Location, test.Name);
        return Reason(test) is { } reason ? Diagnostic.Create(Descriptors.Refused, test.Location, reason) : null;
    }

    private static string? Reason(PerfMethod test)
    {
        var method = test.Symbol;
        var result = method.ReturnType;
        if (test.IsFact && !method.Parameters.IsEmpty)
            return "A [PerfFact] method cannot have parameters. Did you mean [PerfTheory]?";
        if (test.IsFact && method.IsGenericMethod)
            return "A [PerfFact] method cannot be generic.";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || IsByReference(result) || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType))
            return $"{method.Name} passes or returns something by reference (ref, in, out, a ref struct or a pointer), which a measured method cannot.";
        if (!TaskTypes.IsTask(result) && IsAwaitable(result))
            return $"{method.Name} returns {result.Name}, an awaitable that is neither Task nor ValueTask. Await it in the method and return Task.";
        if (!TaskTypes.IsTask(result) && PerfAttributes.Named(test.Attribute, "Timeout") is > 0)
            return $"{method.Name} has a Timeout, which only asynchronous tests can have: a synchronous call cannot be given up.";
        return null;
    }

    private static bool IsByReference(ITypeSymbol type) => type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;

    private static bool IsAwaitable(ITypeSymbol type) =>
        type.GetMembers("GetAwaiter").OfType<IMethodSymbol>().Any(method => method is { Parameters.IsEmpty: true, IsStatic: false, DeclaredAccessibility: Accessibility.Public });
}
