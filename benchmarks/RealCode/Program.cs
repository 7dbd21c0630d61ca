using Microsoft.CodeAnalysis;
using PerfTooling.RealCode;
using Spectre.Console;

// Runs the packed analyzers over code bases that nobody here wrote: docs/real-code.md.
// Lists every finding with its line, for a human to judge, and a sample of them that is the same in every run, in a file.
// Usage: dotnet pack src/PerfAnalyzers.CodeFixes -c Release -o artifacts/packages
//        dotnet run -c Release --project benchmarks/RealCode -- artifacts/packages/PerfAnalyzers.0.1.0.nupkg FINDINGS.txt [--alone] FOLDER [FOLDER …]
// --alone hands no project the models of projects further down.
const int SampleSize = 50;
const int Seed = 1;

var alone = args.Contains("--alone");
if (args.Where(argument => argument != "--alone").ToArray() is not [var package, var findings, .. { Length: > 0 } roots] || !File.Exists(package))
{
    Console.Error.WriteLine("Name the PerfAnalyzers package, a file for the findings, and at least one folder that holds C# projects.");
    return 2;
}

var analyzers = PackedAnalyzers.Load(package);
var table = new Table().AddColumn("code base");
foreach (var column in new[] { "projects", "files", "queries", "partial model", "warnings", "infos", "exceptions", "analysis s" })
    table.AddColumn(new TableColumn(column).RightAligned());

var failures = 0;
var all = new List<string>();
using var list = new StreamWriter(findings);
foreach (var root in roots)
{
    Console.Error.WriteLine($"{root} …");
    var code = await CodeBase.AnalyzeAsync(Path.GetFullPath(root), analyzers, handIn: !alone);
    failures += code.Exceptions.Length;
    table.AddRow(
        code.Name,
        $"{code.Projects}",
        $"{code.Files}",
        $"{code.Queries}",
        $"{code.Silent.Length}",
        $"{code.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Warning)}",
        $"{code.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Info)}",
        $"{code.Exceptions.Length}",
        $"{code.Analyzing.TotalSeconds:0.00}");
    list.WriteLine(code.Name);
    foreach (var exception in code.Exceptions)
        list.WriteLine($"  EXCEPTION in {exception}");
    foreach (var finding in code.Findings.Concat(code.Silent))
        list.WriteLine(code.Describe(finding));
    all.AddRange(code.Findings.Select(finding => $"{code.Name}{Environment.NewLine}{code.Describe(finding)}"));
    list.Flush();
}

list.WriteLine($"SAMPLE of {SampleSize} of {all.Count}");
var sample = all.ToArray();
new Random(Seed).Shuffle(sample);
foreach (var (i, finding) in sample.Take(SampleSize).Index())
    list.WriteLine($"{i + 1}. {finding}");

AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
AnsiConsole.Write(table);
return failures == 0 ? 0 : 1;
