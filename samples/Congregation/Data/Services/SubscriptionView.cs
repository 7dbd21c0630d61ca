namespace Congregation.Data.Services;

public sealed record SubscriptionView(int Id, string Product, long PriceCents, DateOnly StartedOn, DateOnly EndsOn);
