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

    /// <summary>Shows the file if there is one. A table that cannot be read is no reason to fail a build.</summary>
    /// <returns>Always true.</returns>
    public bool Execute()
    {
        try
        {
            var text = System.IO.File.ReadAllText(File).TrimEnd();
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
