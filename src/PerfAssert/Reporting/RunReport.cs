using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using PerfAssert.Baselines;
using PerfAssert.Measuring;

namespace PerfAssert.Reporting;

/// <summary>
/// The files of one assembly's run, in TestResults of its project: perf-results.json for tools, perf-summary.txt, which
/// the package's MSBuild target prints, and perf-summary.md, which it adds to GitHub's step summary. Rewritten as a whole after each test, so that a run that dies leaves what it had.
/// </summary>
internal sealed class RunReport
{
    private static readonly ConcurrentDictionary<Assembly, RunReport> Reports = new();

    private readonly List<PerfTestResult> _results = [];
    private readonly RunInfo _run;
    private readonly string _directory;
    private readonly string _resultsFile;

    internal RunReport(RunInfo run, ProjectInfo project)
    {
        _run = run;
        _directory = Path.Combine(project.ProjectDirectory ?? project.OutputDirectory, "TestResults");
        _resultsFile = project.ResultsFile;
    }

    /// <summary>The report of an assembly's tests in this process.</summary>
    public static RunReport Of(Assembly assembly, ProjectInfo project) => Reports.GetOrAdd(assembly, a => new RunReport(
        new RunInfo(a.GetName().Name ?? "", BaselineKey.TargetFramework(a), MachineFingerprint.Current.Key, DateTime.UtcNow),
        project));

    /// <summary>The file for tools.</summary>
    public string ResultsPath => Path.Combine(_directory, _resultsFile);

    /// <summary>The table.</summary>
    public string SummaryPath => Path.Combine(_directory, SummaryName(_resultsFile));

    /// <summary>perf-results.net8.0.json has its table in perf-summary.net8.0.txt.</summary>
    internal static string SummaryName(string resultsFile) =>
        Path.ChangeExtension(resultsFile.Replace("results", "summary", StringComparison.Ordinal), ".txt");

    /// <summary>Adds a result and writes both files. A directory that cannot be written to is no reason to fail a test.</summary>
    public void Add(PerfTestResult result)
    {
        lock (_results)
        {
            _results.RemoveAll(r => r.Key == result.Key && r.Test.DisplayName == result.Test.DisplayName);
            _results.Add(result);
            try
            {
                AtomicFile.Write(ResultsPath, ResultsJson.Render(_run, _results));
                var title = $"{_run.Assembly} ({_run.TargetFramework}) on {_run.Machine}";
                AtomicFile.Write(SummaryPath, Encoding.UTF8.GetBytes(SummaryTable.Render(title, _results)));
                AtomicFile.Write(Path.ChangeExtension(SummaryPath, ".md"), Encoding.UTF8.GetBytes(SummaryMarkdown.Render(title, _results)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The results are in the test's own output as well.
            }
        }
    }
}
