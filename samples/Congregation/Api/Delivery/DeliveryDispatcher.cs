using Microsoft.Extensions.Options;

namespace Congregation.Api.Delivery;

/// <summary>Empties the delivery queue every few seconds for as long as the application runs.</summary>
internal sealed class DeliveryDispatcher(
    IServiceScopeFactory scopes, IOptions<DeliveryOptions> options, ILogger<DeliveryDispatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Dispatch)
            return;

        using var timer = new PeriodicTimer(options.Value.Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await RunBatchAsync(stoppingToken) == options.Value.BatchSize)
                {
                    // A full batch: more is waiting.
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be back at the next tick; an exception here would end the application.
                logger.LogError(error, "The delivery queue could not be emptied.");
            }
        }
    }

    private async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliveryBatch>()
            .RunAsync(options.Value.BatchSize, cancellationToken);
    }
}
