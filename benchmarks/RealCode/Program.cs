using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PerfTooling.RealCode;

// Runs the packed analyzers over code bases that nobody here wrote, and lists every finding with its line, for a human to judge.
// Usage: dotnet pack src/PerfAnalyzers.CodeFixes -c Release -o artifacts/packages
//        dotnet run -c Release --project benchmarks/RealCode -- artifacts/packages/PerfAnalyzers.0.1.0.nupkg FOLDER [FOLDER …]
if (args is not [var package, _, ..] || !File.Exists(package))
{
    Console.Error.WriteLine("Name the PerfAnalyzers package, and at least one folder that holds C# projects.");
    return 2;
}

var analyzers = PackedAnalyzers.Load(package);

var failures = 0;
foreach (var root in args[1..])
{
    var projects = Directory.EnumerateFiles(Path.GetFullPath(root), "*.csproj", SearchOption.AllDirectories)
        .Select(ProjectFile.Read)
        .ToDictionary(project => project.Path);
    var compiler = new ProjectCompiler(projects);
    var findings = new List<Diagnostic>();
    var files = 0;
    var compiling = TimeSpan.Zero;
    var analyzing = TimeSpan.Zero;
    foreach (var project in projects.Values.Where(project => !project.IsTest))
    {
        var compilation = compiler.Compile(project);
        files += project.Sources.Length;

        // A copy, so that what the compiler binds isn't already there for the analyzers.
        var time = Stopwatch.StartNew();
        compilation.Clone().GetDiagnostics();
        compiling += time.Elapsed;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) =>
            {
                failures++;
                Console.WriteLine($"EXCEPTION in {project.Name}: {exception}");
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true);
        var result = await compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        findings.AddRange(result.GetAllDiagnostics());
        foreach (var telemetry in result.AnalyzerTelemetryInfo.Values)
            analyzing += telemetry.ExecutionTime;
    }

    Console.WriteLine($"{Path.GetFileName(root)}: {projects.Count} projects, {files} files, {findings.Count} findings, {failures} exceptions, analysis {analyzing.TotalSeconds:0.00} s, compilation {compiling.TotalSeconds:0.00} s");
    foreach (var finding in findings.OrderBy(finding => finding.Location.SourceTree?.FilePath).ThenBy(finding => finding.Location.SourceSpan.Start))
    {
        var line = finding.Location.GetLineSpan();
        Console.WriteLine($"  {Path.GetRelativePath(root, line.Path)}({line.StartLinePosition.Line + 1}): {finding.Id}: {finding.GetMessage()}");
        Console.WriteLine($"    {finding.Location.SourceTree!.GetText().Lines[line.StartLinePosition.Line].ToString().Trim()}");
    }
}

return failures == 0 ? 0 : 1;
