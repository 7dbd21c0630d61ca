using System;
using System.IO;
using Microsoft.Build.Framework;

namespace PerfAssert.Xunit.MSBuild;

/// <summary>
/// Shows the table that a test run left. A plain &lt;Message&gt; would do for the classic logger, but the terminal logger swallows
/// it; output that says it comes from a test run is shown by both.
/// </summary>
public sealed class ShowPerfSummary : ITask
{
    /// <summary>Set by MSBuild.</summary>
    public IBuildEngine? BuildEngine { get; set; }

    /// <summary>Set by MSBuild.</summary>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The table, as text.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>The same as Markdown; empty for none.</summary>
    public string Markdown { get; set; } = "";

    /// <summary>The file of GitHub Actions to which a step adds its summary; empty elsewhere.</summary>
    public string StepSummary { get; set; } = "";

    /// <summary>Shows the file if there is one. A table that cannot be read is no reason to fail a build.</summary>
    /// <returns>Always true.</returns>
    public bool Execute()
    {
        try
        {
            var text = System.IO.File.ReadAllText(File).TrimEnd();
            if (StepSummary.Length > 0 && System.IO.File.Exists(Markdown))
                System.IO.File.AppendAllText(StepSummary, System.IO.File.ReadAllText(Markdown) + "\n");
            if (text.Length > 0)
                BuildEngine?.LogMessageEvent(new ExtendedBuildMessageEventArgs("TLTESTOUTPUT", text, null, nameof(PerfAssert), MessageImportance.High));
        }
        catch (Exception e) when (e is IOException || e is UnauthorizedAccessException)
        {
            BuildEngine?.LogMessageEvent(new BuildMessageEventArgs("PerfAssert: " + e.Message, null, nameof(PerfAssert), MessageImportance.Low));
        }

        return true;
    }
}
