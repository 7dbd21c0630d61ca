using Congregation.Api.Monitoring;
using Congregation.Data.Services;
using PerfMonitor.Metrics;

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
        DeliveryReceipt receipt, DeliveryService deliveries, DeliveryMetrics metrics, CancellationToken cancellationToken)
    {
        var recorded = await deliveries.RecordReceiptAsync(
            receipt.ProviderMessageId, receipt.Delivered, receipt.At.UtcDateTime, cancellationToken);
        if (recorded is null)
            return TypedResults.NotFound();
        if (recorded.IsNews && receipt.Delivered)
            metrics.Delivered(recorded.Channel.ToMetric(), recorded.SinceQueued);
        else if (recorded.IsNews)
            metrics.Failed(recorded.Channel.ToMetric());
        return TypedResults.NoContent();
    }

    private static async Task<IResult> RecordPaymentAsync(
        PaymentReceipt receipt, BillingService billing, BillingMetrics metrics, CancellationToken cancellationToken)
    {
        if (!await billing.RecordPaymentAsync(
            receipt.InvoiceNumber, receipt.Succeeded, receipt.At.UtcDateTime, cancellationToken))
            return TypedResults.NotFound();
        if (receipt.Succeeded)
            metrics.PaymentSucceeded();
        else
            metrics.PaymentFailed();
        return TypedResults.NoContent();
    }
}
