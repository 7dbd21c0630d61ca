namespace PerfBudgets;

/// <summary>A request: method and route template, as the application declares them.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Template">The route template, from the first slash on, such as <c>/api/conversations/{id}</c>.</param>
public sealed record OperationRoute(string Method, string Template)
{
    /// <summary>As the file has it: <c>GET /api/conversations/{id}</c>.</summary>
    public override string ToString() => $"{Method} {Template}";
}
