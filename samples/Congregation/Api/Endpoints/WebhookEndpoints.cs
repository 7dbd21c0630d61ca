using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

/// <summary>What the SMS, e-mail and payment providers call back.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhookEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/webhooks").AddEndpointFilter<WebhookSecretFilter>();
        group.MapPost("/deliveries", RecordReceiptAsync);
        group.MapPost("/payments", RecordPaymentAsync);
    }

    private static async Task<IResult> RecordReceiptAsync(
        DeliveryReceipt receipt, DeliveryService deliveries, CancellationToken cancellationToken) =>
        await deliveries.RecordReceiptAsync(
            receipt.ProviderMessageId, receipt.Delivered, receipt.At.UtcDateTime, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<IResult> RecordPaymentAsync(
        PaymentReceipt receipt, BillingService billing, CancellationToken cancellationToken) =>
        await billing.RecordPaymentAsync(
            receipt.InvoiceNumber, receipt.Succeeded, receipt.At.UtcDateTime, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
