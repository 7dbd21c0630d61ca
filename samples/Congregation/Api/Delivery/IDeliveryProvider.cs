using Congregation.Data.Services;

namespace Congregation.Api.Delivery;

/// <summary>A gateway that takes a message off our hands; how it fared comes back by webhook.</summary>
internal interface IDeliveryProvider
{
    Task<ProviderHandover> SendAsync(DueDelivery delivery, CancellationToken cancellationToken);
}
