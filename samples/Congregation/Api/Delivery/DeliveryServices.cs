namespace Congregation.Api.Delivery;

internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration) =>
        services
            .Configure<DeliveryOptions>(configuration.GetSection("Delivery"))
            .AddSingleton<IDeliveryProvider, LoggingDeliveryProvider>()
            .AddScoped<DeliveryBatch>()
            .AddHostedService<DeliveryDispatcher>();
}
