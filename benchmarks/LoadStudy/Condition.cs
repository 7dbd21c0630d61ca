namespace PerfTooling.LoadStudy;

/// <summary>What is asked, of what system, on what machine.</summary>
/// <param name="Workload">"hash" computes, "orders" reads from SQLite through EF Core.</param>
/// <param name="Pace">"equal", or "slower" for three tenths more work.</param>
/// <param name="Machine">"quiet", or "load" for a thread that computes on each processor.</param>
internal sealed record Condition(string Workload, string Pace, string Machine)
{
    public static IReadOnlyList<Condition> All { get; } =
        [.. from workload in new[] { "hash", "orders" } from rest in new[] { ("equal", "quiet"), ("slower", "quiet"), ("equal", "load") } select new Condition(workload, rest.Item1, rest.Item2)];

    /// <summary>What its runs are called.</summary>
    public string Kind => $"{Workload}-{Pace}-{Machine}";

    public bool UnderLoad => Machine == "load";

    /// <summary>How often the work of a request is done.</summary>
    public int Times => Pace == "slower" ? 13 : 10;
}
