using Microsoft.CodeAnalysis;
using PerfTooling.RealCode;
using Spectre.Console;

// Runs the packed analyzers over code bases that nobody here wrote. Lists every finding with its line, for a human to judge, in a file.
// Usage: dotnet pack src/PerfAnalyzers.CodeFixes -c Release -o artifacts/packages
//        dotnet run -c Release --project benchmarks/RealCode -- artifacts/packages/PerfAnalyzers.0.1.0.nupkg FINDINGS.txt FOLDER [FOLDER …]
if (args is not [var package, var findings, _, ..] || !File.Exists(package))
{
    Console.Error.WriteLine("Name the PerfAnalyzers package, a file for the findings, and at least one folder that holds C# projects.");
    return 2;
}

var analyzers = PackedAnalyzers.Load(package);
var table = new Table().AddColumn("code base");
foreach (var column in new[] { "projects", "files", "queries", "partial model", "warnings", "infos", "exceptions", "analysis s", "compilation s" })
    table.AddColumn(new TableColumn(column).RightAligned());

var failures = 0;
using var list = new StreamWriter(findings);
foreach (var root in args[2..])
{
    Console.Error.WriteLine($"{root} …");
    var code = await CodeBase.AnalyzeAsync(Path.GetFullPath(root), analyzers);
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
        $"{code.Analyzing.TotalSeconds:0.00}",
        $"{code.Compiling.TotalSeconds:0.00}");
    list.WriteLine(code.Name);
    foreach (var exception in code.Exceptions)
        list.WriteLine($"  EXCEPTION in {exception}");
    foreach (var finding in code.Findings.Concat(code.Silent).OrderBy(finding => finding.Location.SourceTree?.FilePath).ThenBy(finding => finding.Location.SourceSpan.Start))
    {
        var line = finding.Location.GetLineSpan();
        list.WriteLine($"  {Path.GetRelativePath(root, line.Path)}({line.StartLinePosition.Line + 1}): {finding.Id}: {finding.GetMessage()}");
        list.WriteLine($"    {finding.Location.SourceTree?.GetText().Lines[line.StartLinePosition.Line].ToString().Trim()}");
    }

    list.Flush();
}

AnsiConsole.Write(table);
return failures == 0 ? 0 : 1;
