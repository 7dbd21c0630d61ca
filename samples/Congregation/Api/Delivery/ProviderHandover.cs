namespace Congregation.Api.Delivery;

internal sealed record ProviderHandover(string ProviderMessageId, long CostMicros);
