using System.ComponentModel.DataAnnotations;
using Congregation.Api.Auth;
using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

internal static class BillingEndpoints
{
    public static void MapBillingEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/billing").RequireAuthorization();
        group.MapGet("/subscriptions", ActiveSubscriptionsAsync);
        group.MapGet("/invoices", InvoicesAsync);
    }

    private static Task<List<SubscriptionView>> ActiveSubscriptionsAsync(
        CurrentMember member, BillingService billing, CancellationToken cancellationToken) =>
        billing.ActiveSubscriptionsAsync(member.ChurchId, cancellationToken);

    private static Task<List<InvoiceView>> InvoicesAsync(
        CurrentMember member,
        BillingService billing,
        TimeProvider time,
        CancellationToken cancellationToken,
        DateOnly? until = null,
        [Range(1, 200)] int take = 50) =>
        billing.InvoicesAsync(
            member.ChurchId, until ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), take, cancellationToken);
}
