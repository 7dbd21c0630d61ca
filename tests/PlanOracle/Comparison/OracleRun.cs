using PerfTooling.PlanOracle.Generation;
using PerfTooling.PlanOracle.Planners;

namespace PerfTooling.PlanOracle.Comparison;

/// <summary>Compares batch after batch.</summary>
internal static class OracleRun
{
    public const int QueriesPerBatch = 50;

    /// <param name="seed">The first batch's seed; each next batch has the next.</param>
    /// <param name="queryCount">How many queries to generate, rounded up to whole batches.</param>
    /// <param name="progress">Called after each batch.</param>
    public static async Task<OracleResult> RunAsync(IPlanner planner, int seed, int queryCount, Action<BatchResult>? progress = null, CancellationToken cancellation = default)
    {
        var batches = (queryCount + QueriesPerBatch - 1) / QueriesPerBatch;
        var results = new BatchResult[batches];
        await Parallel.ForAsync(0, batches, cancellation, async (i, _) =>
        {
            try
            {
                results[i] = await BatchComparer.CompareAsync(BatchGenerator.Generate(planner.Database, seed + i, QueriesPerBatch), planner);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"The batch of seed {seed + i} fails: {exception.GetBaseException().Message}", exception);
            }

            progress?.Invoke(results[i]);
        });
        return new OracleResult(
            [.. results.SelectMany(result => result.Compared)],
            [.. results.SelectMany(result => result.NotSent)],
            [.. results.SelectMany(result => result.Exceptions)]);
    }
}
