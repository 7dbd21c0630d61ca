using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PerfTooling.PlanOracle.Compiling;
using PerfTooling.PlanOracle.Generation;
using PerfTooling.PlanOracle.Planners;

namespace PerfTooling.PlanOracle.Comparison;

/// <summary>Compiles a batch, has it analysed, runs its queries and has them explained.</summary>
internal static class BatchComparer
{
    public static async Task<BatchResult> CompareAsync(Batch batch, IPlanner planner)
    {
        var compilation = BatchCompiler.Compile(batch);
        var (loaded, assembly) = BatchCompiler.Load(compilation);
        try
        {
            var verdicts = await AnalyzerVerdicts.ReadAsync(compilation);
            var run = assembly.GetType("Runner")!.GetMethod("Run")!.CreateDelegate<Func<DbContext, int, bool, object?>>();
            using var session = planner.Open(options => (DbContext)Activator.CreateInstance(assembly.GetType("Db")!, options)!);

            var compared = ImmutableArray.CreateBuilder<ComparedQuery>();
            var notSent = ImmutableArray.CreateBuilder<string>();
            foreach (var query in batch.Queries)
            {
                var (command, failure) = session.Capture(() => run(session.Context, query.Number, false));
                if (command is null)
                {
                    notSent.Add($"{batch.Seed}/{query.Number}: {failure}\n{query.Text}");
                    continue;
                }

                PlannerVerdict verdict;
                try
                {
                    verdict = session.Explain(command, () => query.Stripped is null ? null : session.Capture(() => run(session.Context, query.Number, true)).Command);
                }
                catch (DbException exception)
                {
                    notSent.Add($"{batch.Seed}/{query.Number}: {exception.Message}\n{query.Text}\n{command.Sql}");
                    continue;
                }

                if (!verdict.ReadsNothing)
                    compared.Add(new ComparedQuery(batch.Seed, query, [.. verdicts.Rules[query.Method].Distinct()], verdict) { Silence = verdicts.Silences[query.Method].FirstOrDefault() });
            }

            return new BatchResult(compared.ToImmutable(), notSent.ToImmutable(), verdicts.Exceptions);
        }
        finally
        {
            loaded.Unload();
        }
    }
}
