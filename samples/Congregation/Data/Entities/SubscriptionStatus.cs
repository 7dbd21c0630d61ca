namespace Congregation.Data.Entities;

public enum SubscriptionStatus
{
    Trialing,
    Active,
    PastDue,
    Ended,
}
