namespace Congregation.Data.Seeding;

/// <summary>How many rows of each table to make. The same plan always makes the same rows.</summary>
public sealed record SeedPlan(
    int Churches, int Members, int Subscriptions, int Invoices, int Conversations, int Messages, int Deliveries)
{
    /// <summary>About 200,000 rows: what a few years of fifty churches look like.</summary>
    public static SeedPlan Full { get; } = new(
        Churches: 50,
        Members: 8_000,
        Subscriptions: 6_000,
        Invoices: 14_000,
        Conversations: 12_000,
        Messages: 96_000,
        Deliveries: 64_000);

    /// <summary>Enough of everything for a functional test.</summary>
    public static SeedPlan Small { get; } = new(
        Churches: 5,
        Members: 100,
        Subscriptions: 100,
        Invoices: 200,
        Conversations: 100,
        Messages: 1_000,
        Deliveries: 500);

    public int Total => Churches + Members + Subscriptions + Invoices + Conversations + Messages + Deliveries;
}
