using Congregation.Data;
using Congregation.Data.Services;
using PerfMonitor;

namespace Congregation.Api;

internal static class DataServices
{
    public static IServiceCollection AddCongregationData(this IServiceCollection services, IConfiguration configuration)
    {
        // Read when the first context is made, not now, so that tests can still point elsewhere.
        services.AddDbContext<CongregationDbContext>((provider, options) => options.UseCongregationDatabase(
            configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite),
            configuration.GetConnectionString("Congregation")
                ?? throw new InvalidOperationException("ConnectionStrings:Congregation is not configured."))
            .UsePerfMonitor(provider));

        return services
            .AddScoped<ChurchService>()
            .AddScoped<MemberService>()
            .AddScoped<ConversationService>()
            .AddScoped<MessageService>()
            .AddScoped<DeliveryService>()
            .AddScoped<BillingService>()
            .AddScoped<PlatformReports>();
    }
}
