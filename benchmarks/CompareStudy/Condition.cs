namespace PerfTooling.CompareStudy;

/// <summary>What is compared, on what machine.</summary>
/// <param name="Change">What the newer commit changes: "equal" nothing that is built, "slower" the pricing, by a fifth.</param>
/// <param name="Machine">"quiet", or "load" for a thread that computes on each processor.</param>
internal sealed record Condition(string Change, string Machine)
{
    public static IReadOnlyList<Condition> All { get; } = [new("equal", "load"), new("equal", "quiet"), new("slower", "load"), new("slower", "quiet")];

    public bool UnderLoad => Machine == "load";
}
