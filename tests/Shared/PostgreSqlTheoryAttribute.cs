namespace PerfTooling.Shared;

/// <summary>As <see cref="PostgreSqlFactAttribute"/>, for each row of its data.</summary>
internal sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = new PostgreSqlFactAttribute().Skip;
}
