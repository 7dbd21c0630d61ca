using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

/// <summary>What the platform's operators ask, across all churches.</summary>
public sealed class PlatformReports(CongregationDbContext db)
{
    public Task<int> MessageCountAsync(DateTime from, DateTime to, CancellationToken cancellationToken = default) =>
        db.ConversationMessages.CountAsync(
            message => message.CreatedAt >= from && message.CreatedAt < to, cancellationToken);

    public Task<List<EndingTrial>> TrialsEndingAsync(
        DateOnly from, DateOnly until, CancellationToken cancellationToken = default) =>
        db.Subscriptions
            .Where(subscription => subscription.Status == SubscriptionStatus.Trialing
                && subscription.TrialEndsOn >= from
                && subscription.TrialEndsOn <= until)
            .Select(subscription => new EndingTrial(
                subscription.ChurchId, subscription.Church.Name, subscription.Product, subscription.TrialEndsOn!.Value))
            .ToListAsync(cancellationToken);

    /// <summary>The month's invoices for the accountants.</summary>
    public Task<List<IssuedInvoice>> InvoicesIssuedAsync(
        DateOnly from, DateOnly until, CancellationToken cancellationToken = default) =>
        db.Invoices
            .Where(invoice => invoice.IssuedOn >= from && invoice.IssuedOn <= until)
            .OrderBy(invoice => invoice.IssuedOn)
            .Select(invoice => new IssuedInvoice(
                invoice.Number, invoice.ChurchId, invoice.Status, invoice.AmountCents, invoice.IssuedOn))
            .ToListAsync(cancellationToken);
}
