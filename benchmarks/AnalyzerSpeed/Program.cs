using Microsoft.CodeAnalysis;
using PerfAnalyzers.Rules;
using PerfTooling.AnalyzerSpeed;
using Spectre.Console;
using static PerfTooling.AnalyzerSpeed.Timing;

// What the analyzers cost: in a build, with a solution of the size given and one ten times as large, and after an edit of one file.
// Usage: dotnet run -c Release --project benchmarks/AnalyzerSpeed -- [rounds] [factor…]
var rounds = args.Length > 0 ? int.Parse(args[0]) : 5;
int[] factors = args.Length > 1 ? [.. args[1..].Select(int.Parse)] : [1, 10];

List<BuildCost> costs = [];
foreach (var solution in factors.Select(factor => new GeneratedSolution(300 * factor, 1000 * factor, 3000 * factor)).Prepend(GeneratedSolution.Typical))
{
    Console.Error.WriteLine($"{solution.Files:N0} files, {solution.Queries:N0} queries …");
    costs.Add(await BuildCost.MeasureAsync(solution, rounds));
}

var builds = new Table().Title("A build");
foreach (var column in new[] { "Files", "Queries", "Findings", "Compile", "Model", "Queries", "of compile", "Empty driver", "With ours" })
    builds.AddColumn(new TableColumn(column).RightAligned());
foreach (var cost in costs)
{
    builds.AddRow(
        $"{cost.Solution.Files:N0}", $"{cost.Solution.Queries:N0}", $"{cost.Findings:N0}", Text(cost.Compile), Text(cost.Model), Text(cost.Inside - cost.Model),
        $"{(cost.Inside - cost.Model) / cost.Compile:P1}", Text(cost.Driver), Text(cost.With));
}

AnsiConsole.Write(builds);

var edited = new GeneratedSolution(300, 1000, 3000);
var edits = new Table().Title("After an edit of one file").AddColumns("Edited", "Empty analyzer", "This analyzer", "Difference");
await Edit("a service's method body", "Services/Service0.cs", i => edited.Service(0, i));
await Edit("an entity", "Entities/Entity7.cs", i => Replace("Entities/Entity7.cs", "public decimal Amount", $"public int Extra{i} {{ get; set; }} public decimal Amount"));
await Edit("a configuration", "Configurations/Entity7Configuration.cs", i => Replace("Configurations/Entity7Configuration.cs", "HasMaxLength(40)", $"HasMaxLength({40 + i})"));
AnsiConsole.Write(edits);

// Beside the SDK's analyzers, which bind every method themselves: what is left is the difference that a user sees.
var typical = new Compiler(GeneratedSolution.Typical);
var sdk = SdkAnalyzers.Load();
List<double> ratios = [];
for (var i = 0; i < rounds; i++)
{
    var theirs = await typical.AnalyzeAsync(sdk);
    var both = await typical.AnalyzeAsync([.. sdk, new QueryIndexAnalyzer()]);
    ratios.Add(both.Wall / theirs.Wall);
    AnsiConsole.MarkupLine($"typical, with the SDK's {sdk.Length} analyzers: {Text(theirs.Wall)}; with ours beside them: {Text(both.Wall)}");
}

AnsiConsole.MarkupLine($"median ratio {ratios.Order().ElementAt(ratios.Count / 2):0.000}");

return 0;

async Task Edit(string what, string path, Func<int, string> textOf)
{
    var compilation = new Compiler(edited).Parse();
    var analyzed = compilation.SyntaxTrees.First(tree => tree.FilePath == "Services/Service0.cs");
    List<TimeSpan> empty = [], ours = [];
    for (var i = 0; i < rounds + 3; i++)
    {
        var old = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
        var tree = Compiler.ParseFile(textOf(i), path);
        compilation = compilation.ReplaceSyntaxTree(old, tree);
        if (old == analyzed)
            analyzed = tree;
        empty.Add(await Compiler.AnalyzeFileAsync(compilation.Clone(), analyzed, new EmptyAnalyzer()));
        ours.Add(await Compiler.AnalyzeFileAsync(compilation.Clone(), analyzed, new QueryIndexAnalyzer()));
    }

    var (without, with) = (Median(empty.Skip(3)), Median(ours.Skip(3)));
    edits.AddRow(what, Text(without), Text(with), Text(with - without));
}

string Replace(string path, string part, string by) => edited.Write().First(file => file.Path == path).Text.Replace(part, by, StringComparison.Ordinal);
