using Congregation.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Data.Services;

public sealed class BillingService(CongregationDbContext db)
{
    public Task<List<SubscriptionView>> ActiveSubscriptionsAsync(
        int churchId, CancellationToken cancellationToken = default) =>
        db.Subscriptions
            .Where(subscription => subscription.ChurchId == churchId && subscription.Status == SubscriptionStatus.Active)
            .Select(subscription => new SubscriptionView(
                subscription.Id, subscription.Product, subscription.PriceCents, subscription.StartedOn, subscription.EndsOn))
            .ToListAsync(cancellationToken);

    /// <summary>The church's latest invoices, none issued after <paramref name="until"/>.</summary>
    public Task<List<InvoiceView>> InvoicesAsync(
        int churchId, DateOnly until, int take, CancellationToken cancellationToken = default) =>
        db.Invoices
            .Where(invoice => invoice.ChurchId == churchId && invoice.IssuedOn <= until)
            .OrderByDescending(invoice => invoice.IssuedOn)
            .Take(take)
            .Select(invoice => new InvoiceView(
                invoice.Id, invoice.Number, invoice.Status, invoice.AmountCents, invoice.IssuedOn, invoice.PaidAt))
            .ToListAsync(cancellationToken);

    /// <summary>Notes what the payment provider reports; it knows our invoices by their number only.</summary>
    /// <returns>False if there is no such invoice.</returns>
    public async Task<bool> RecordPaymentAsync(
        string number, bool succeeded, DateTime at, CancellationToken cancellationToken = default)
    {
        var invoice = await db.Invoices
            .SingleOrDefaultAsync(invoice => invoice.Number == number, cancellationToken);
        if (invoice is null)
            return false;

        invoice.Status = succeeded ? InvoiceStatus.Paid : InvoiceStatus.PaymentFailed;
        invoice.PaidAt = succeeded ? at : null;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
