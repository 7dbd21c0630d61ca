using System;
using System.IO;
using Microsoft.Build.Framework;

namespace PerfAnalyzers.MSBuild;

/// <summary>
/// Writes the model that an assembly carries to a file, for projects that can't reference the assembly. Writes only what has changed, whole
/// or not at all, and only over a file that it wrote itself. (A source generator may not write files.)
/// </summary>
public sealed class WriteModelFile : ITask
{
    /// <summary>How every exported model starts.</summary>
    private const string Beginning = "{\"perfAnalyzersModel\":";

    /// <summary>Set by MSBuild.</summary>
    public IBuildEngine? BuildEngine { get; set; }

    /// <summary>Set by MSBuild.</summary>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The assembly that was just compiled.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The file to write: the property <c>PerfAnalyzersModelFile</c>.</summary>
    [Required]
    public string File { get; set; } = "";

    /// <summary>Writes the file where it has to be written.</summary>
    /// <returns>False where the file isn't ours, or can't be written.</returns>
    public bool Execute()
    {
        try
        {
            if (ExportedModel.Of(Assembly) is not { } model)
            {
                Warn($"{Path.GetFileName(Assembly)} carries no EF Core model, so {File} is not written: it declares no DbContext, or PerfAnalyzersExportModel is false, or it is a test project");
                return true;
            }

            var text = model + "\n";
            if (!System.IO.File.Exists(File))
                return Write(text);
            // Version control may have given the file another kind of line ends.
            var before = System.IO.File.ReadAllText(File).Replace("\r\n", "\n");
            if (before == text)
                return true;
            if (!before.StartsWith(Beginning, StringComparison.Ordinal))
                return Fail($"{File} is not a model that PerfAnalyzers wrote, and is left as it is: give PerfAnalyzersModelFile another path, or delete the file");
            return Write(text);
        }
        catch (Exception e) when (e is IOException || e is UnauthorizedAccessException || e is BadImageFormatException || e is ArgumentException || e is NotSupportedException)
        {
            return Fail($"{File} could not be written: {e.Message}");
        }
    }

    private bool Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
        var temporary = File + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            System.IO.File.WriteAllText(temporary, text);
            if (System.IO.File.Exists(File))
                System.IO.File.Replace(temporary, File, destinationBackupFileName: null);
            else
                System.IO.File.Move(temporary, File);
        }
        finally
        {
            System.IO.File.Delete(temporary);
        }
        BuildEngine?.LogMessageEvent(new BuildMessageEventArgs($"PerfAnalyzers: wrote the model to {File}", null, nameof(WriteModelFile), MessageImportance.Normal));
        return true;
    }

    private void Warn(string message) =>
        BuildEngine?.LogWarningEvent(new BuildWarningEventArgs(null, null, BuildEngine.ProjectFileOfTaskNode, 0, 0, 0, 0, "PerfAnalyzers: " + message, null, nameof(WriteModelFile)));

    private bool Fail(string message)
    {
        BuildEngine?.LogErrorEvent(new BuildErrorEventArgs(null, null, BuildEngine.ProjectFileOfTaskNode, 0, 0, 0, 0, "PerfAnalyzers: " + message, null, nameof(WriteModelFile)));
        return false;
    }
}
