namespace PerfTooling.AnalyzerSpeed;

/// <summary>What the analyzers cost the build of one generated solution: medians of rounds in which each way of building took its turn.</summary>
/// <param name="Compile">Parsing, binding and writing the assembly, without analyzers.</param>
/// <param name="Driver">With an analyzer that does nothing.</param>
/// <param name="With">With this package's.</param>
/// <param name="Inside">The time inside this package's actions.</param>
/// <param name="Model">Reading the model, once in a build; part of <paramref name="Inside"/>.</param>
internal sealed record BuildCost(
    GeneratedSolution Solution, int Findings, TimeSpan Compile, TimeSpan Driver, TimeSpan With, TimeSpan Inside, TimeSpan Model)
{
    public static async Task<BuildCost> MeasureAsync(GeneratedSolution solution, int rounds)
    {
        var compiler = new Compiler(solution);
        List<TimeSpan> compile = [], model = [];
        List<Measurement> driver = [], ours = [];

        // The first round compiles the compiler; a large solution takes so long that it doesn't matter.
        var warmUp = solution.Files > 2000 ? 0 : 1;
        for (var i = 0; i < rounds + warmUp; i++)
        {
            compile.Add(compiler.Compile());
            model.Add(compiler.ReadModel());
            driver.Add(await compiler.AnalyzeAsync(new EmptyAnalyzer()));
            ours.Add(await compiler.AnalyzeAsync(new PerfAnalyzers.Rules.QueryIndexAnalyzer()));
        }

        return new BuildCost(
            solution,
            ours[0].Findings,
            Timing.Median(compile.Skip(warmUp)),
            Timing.Median(driver.Skip(warmUp).Select(run => run.Wall)),
            Timing.Median(ours.Skip(warmUp).Select(run => run.Wall)),
            Timing.Median(ours.Skip(warmUp).Select(run => run.InAnalyzers)),
            Timing.Median(model.Skip(warmUp)));
    }
}
