using System.Globalization;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.Rules;
using PerfTooling.AnalyzerSpeed;
using Spectre.Console;
using static PerfTooling.AnalyzerSpeed.Timing;

// What the analyzers cost: inside the compiler, in a build beside the SDK's own analyzers, and after an edit of one file.
// Usage: dotnet run -c Release --project benchmarks/AnalyzerSpeed -- [edits] [builds] [inside] [rounds] [factor…]
// A factor is a size, 1 being 1,000 files with 3,000 queries; without any, a typical solution, one of that size, and ones a tenth and ten times as large.
var sections = args.TakeWhile(arg => !char.IsDigit(arg[0])).ToList();
var numbers = args.Skip(sections.Count).Select(arg => double.Parse(arg, CultureInfo.InvariantCulture)).ToList();
var rounds = numbers.Count > 0 ? (int)numbers[0] : 5;
var edited = new GeneratedSolution(300, 1000, 3000);

if (Wants("edits"))
    await Edits();
if (Wants("builds"))
    await Builds();
if (Wants("inside"))
    await Inside();
return 0;

bool Wants(string section) => sections.Count == 0 || sections.Contains(section);

async Task Edits()
{
    var table = new Table().Title("After an edit, one file analysed again").AddColumns("Edited", "Analysed", "Empty analyzer", "This analyzer", "Difference");
    await Edit("a service's method body", "Services/Service0.cs", "Services/Service0.cs", i => edited.Service(0, i));
    await Edit("an entity", "Entities/Entity7.cs", "Entities/Entity7.cs", i => Replace("Entities/Entity7.cs", "public decimal Amount", $"public int Extra{i} {{ get; set; }} public decimal Amount"));
    await Edit("an entity", "Entities/Entity7.cs", "Services/Service0.cs", i => Replace("Entities/Entity7.cs", "public decimal Amount", $"public int Extra{i} {{ get; set; }} public decimal Amount"));
    await Edit("a configuration", "Configurations/Entity7Configuration.cs", "Configurations/Entity7Configuration.cs", i => Replace("Configurations/Entity7Configuration.cs", "HasMaxLength(40)", $"HasMaxLength({40 + i})"));
    await Edit("a configuration", "Configurations/Entity7Configuration.cs", "Services/Service0.cs", i => Replace("Configurations/Entity7Configuration.cs", "HasMaxLength(40)", $"HasMaxLength({40 + i})"));
    AnsiConsole.Write(table);

    async Task Edit(string what, string path, string analyzed, Func<int, string> textOf)
    {
        var compilation = new Compiler(edited).Parse();
        List<TimeSpan> empty = [], ours = [];
        const int WarmUp = 30;
        for (var i = 0; i < WarmUp + (rounds * 5); i++)
        {
            compilation = compilation.ReplaceSyntaxTree(Tree(path), Compiler.ParseFile(textOf(i), path));
            empty.Add(await Compiler.AnalyzeFileAsync(compilation.Clone(), Tree(analyzed), new EmptyAnalyzer()));
            ours.Add(await Compiler.AnalyzeFileAsync(compilation.Clone(), Tree(analyzed), new QueryIndexAnalyzer()));
        }

        var (without, with) = (Median(empty.Skip(WarmUp)), Median(ours.Skip(WarmUp)));
        table.AddRow(what, path == analyzed ? "itself" : "a service", Text(without), Text(with), Text(Median(ours.Zip(empty, (o, e) => o - e).Skip(WarmUp))));

        SyntaxTree Tree(string name) => compilation.SyntaxTrees.First(tree => tree.FilePath == name);
    }

    string Replace(string path, string part, string by) => edited.Write().First(file => file.Path == path).Text.Replace(part, by, StringComparison.Ordinal);
}

// With the SDK's own compiler and the analyzers it runs by default: what a user sees.
async Task Builds()
{
    var table = new Table().Title("A build, package on against off");
    foreach (var column in new[] { "Files", "Queries", "Analyzers beside", "Off", "On", "On / off" })
        table.AddColumn(new TableColumn(column).RightAligned());
    foreach (var solution in new[] { GeneratedSolution.Typical, edited })
    {
        using var compiler = new SdkCompiler(solution);
        foreach (var sdk in solution == edited ? new[] { true } : [true, false])
        {
            Console.Error.WriteLine($"{solution.Files:N0} files, {solution.Queries:N0} queries, the SDK's compiler …");
            List<TimeSpan> off = [], on = [];

            // In turns, and each first in its turn as often as the other. The first round compiles the compiler.
            const int WarmUp = 1;
            for (var i = 0; i < rounds + WarmUp; i++)
            {
                foreach (var ours in new[] { i % 2 == 0, i % 2 != 0 })
                    (ours ? on : off).Add(await compiler.CompileAsync(sdk, ours));
            }

            var ratios = on.Zip(off, (a, b) => a / b).Skip(WarmUp).Order().ToList();
            table.AddRow(
                $"{solution.Files:N0}", $"{solution.Queries:N0}", sdk ? "the SDK's" : "none", Text(Median(off.Skip(WarmUp))), Text(Median(on.Skip(WarmUp))),
                $"{ratios[ratios.Count / 2]:0.000} ({ratios[0]:0.000} to {ratios[^1]:0.000})");
        }
    }

    AnsiConsole.Write(table);
}

async Task Inside()
{
    List<BuildCost> costs = [];
    GeneratedSolution[] solutions = numbers.Count > 1 ? [.. numbers.Skip(1).Select(Sized)] : [GeneratedSolution.Typical, Sized(0.1), Sized(1), Sized(10)];
    foreach (var solution in solutions)
    {
        Console.Error.WriteLine($"{solution.Files:N0} files, {solution.Queries:N0} queries, on one thread …");

        // A tenth of the rounds for what is ten times as large.
        costs.Add(await BuildCost.MeasureAsync(solution, Math.Clamp(rounds * 1000 / solution.Files, 1, rounds)));
    }

    static GeneratedSolution Sized(double factor) => new((int)(300 * factor), (int)(1000 * factor), (int)(3000 * factor));

    var table = new Table().Title("Inside the compiler, on one thread");
    foreach (var column in new[] { "Files", "Queries", "Findings", "Compile", "Model", "Queries", "of compile", "Empty driver", "With ours" })
        table.AddColumn(new TableColumn(column).RightAligned());
    foreach (var cost in costs)
    {
        table.AddRow(
            $"{cost.Solution.Files:N0}", $"{cost.Solution.Queries:N0}", $"{cost.Findings:N0}", Text(cost.Compile), Text(cost.Model), Text(cost.Inside - cost.Model),
            $"{(cost.Inside - cost.Model) / cost.Compile:P1}", Text(cost.Driver), Text(cost.With));
    }

    AnsiConsole.Write(table);
}
