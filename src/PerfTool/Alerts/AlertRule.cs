namespace PerfTool.Alerts;

/// <summary>One question, and how urgent its yes is.</summary>
/// <param name="Name">What tells it from the policy's other rules, in lower case with hyphens; the same at each severity, so that a warning is known to belong to its critical.</param>
/// <param name="Severity">How urgent.</param>
/// <param name="Question">What is asked.</param>
/// <param name="For">How long the answer must have been yes.</param>
/// <param name="Summary">One sentence for who is told; in it <see cref="ByPlace"/> stands for the value of the attribute that <see cref="AlertQuestion.PercentileOver.By"/> names.</param>
internal sealed record AlertRule(string Name, AlertSeverity Severity, AlertQuestion Question, TimeSpan For, string Summary)
{
    public const string ByPlace = "{by}";
}
