using Congregation.Api.Auth;
using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

internal static class DeliveryEndpoints
{
    public static void MapDeliveryEndpoints(this IEndpointRouteBuilder app) =>
        app.MapGet("/messages/{messageId:long}/deliveries", OfMessageAsync).RequireAuthorization();

    private static Task<List<DeliveryView>> OfMessageAsync(
        long messageId, CurrentMember member, DeliveryService deliveries, CancellationToken cancellationToken) =>
        deliveries.OfMessageAsync(member.ChurchId, messageId, cancellationToken);
}
