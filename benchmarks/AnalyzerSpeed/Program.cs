using Microsoft.CodeAnalysis;
using PerfAnalyzers.Rules;
using PerfTooling.AnalyzerSpeed;
using Spectre.Console;

// What the analyzers cost: in a build, with a solution of the size given and one ten times as large, and after an edit of one file.
// Usage: dotnet run -c Release --project benchmarks/AnalyzerSpeed -- [rounds] [factor…]
var rounds = args.Length > 0 ? int.Parse(args[0]) : 5;
int[] factors = args.Length > 1 ? [.. args[1..].Select(int.Parse)] : [1, 10];

var builds = new Table().Title("A build").AddColumns("Entities", "Files", "Queries", "Findings", "Compile", "Driver alone", "With the analyzer", "In the analyzer", "of compile time");
foreach (var factor in factors)
{
    var solution = new GeneratedSolution(300 * factor, 1000 * factor, 3000 * factor);
    var compiler = new Compiler(solution);
    var compile = new List<TimeSpan>();
    var empty = new List<Measurement>();
    var ours = new List<Measurement>();
    for (var i = 0; i <= rounds; i++)
    {
        var time = compiler.Compile();
        var without = await compiler.AnalyzeAsync(new EmptyAnalyzer());
        var with = await compiler.AnalyzeAsync(new QueryIndexAnalyzer());

        // The first round compiles the compiler: it says what a single cold build would pay.
        if (i == 0)
        {
            AnsiConsole.MarkupLine($"cold: compile {Text(time)}, analyzer {Text(with.InAnalyzers)} ({with.InAnalyzers / time:P1})");
            continue;
        }

        compile.Add(time);
        empty.Add(without);
        ours.Add(with);
    }

    var inside = Median(ours.Select(run => run.InAnalyzers));
    builds.AddRow(
        $"{solution.Entities:N0}", $"{solution.Files:N0}", $"{solution.Queries:N0}", $"{ours[0].Findings:N0}", Text(Median(compile)), Text(Median(empty.Select(run => run.Wall))),
        Text(Median(ours.Select(run => run.Wall))), Text(inside), $"{inside / Median(compile):P1}");
}

AnsiConsole.Write(builds);

var edited = new GeneratedSolution(300, 1000, 3000);
var edits = new Table().Title("After an edit of one file").AddColumns("Edited", "Empty analyzer", "This analyzer", "Difference");
await Edit("a service's method body", "Services/Service0.cs", i => edited.Service(0, i));
await Edit("an entity", "Entities/Entity7.cs", i => Replace("Entities/Entity7.cs", "public decimal Amount", $"public int Extra{i} {{ get; set; }} public decimal Amount"));
await Edit("a configuration", "Configurations/Entity7Configuration.cs", i => Replace("Configurations/Entity7Configuration.cs", "HasMaxLength(40)", $"HasMaxLength({40 + i})"));
AnsiConsole.Write(edits);
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

static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : TimeSpan.Zero;

static string Text(TimeSpan time) => time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.00} s" : $"{time.TotalMilliseconds:0.0} ms";
