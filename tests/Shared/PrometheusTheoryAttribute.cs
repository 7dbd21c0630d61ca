namespace PerfTooling.Shared;

/// <summary><see cref="PrometheusFactAttribute"/> for theories.</summary>
internal sealed class PrometheusTheoryAttribute : TheoryAttribute
{
    public PrometheusTheoryAttribute() => Skip = new PrometheusFactAttribute().Skip;
}
