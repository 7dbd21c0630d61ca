using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfTooling.RealCode;

/// <summary>
/// Finds what a project's author would hand in: the snapshots and migrations of the projects that reference this one, where the model, or what
/// only its migrations know, can't be seen from here.
/// </summary>
internal sealed class DownstreamModels(IReadOnlyCollection<ProjectFile> projects, ProjectCompiler compiler)
{
    private readonly Dictionary<string, ImmutableArray<AdditionalText>> _filesOf = [];

    /// <summary>The files to hand in to <paramref name="project"/>.</summary>
    public ImmutableArray<AdditionalText> For(ProjectFile project) =>
    [
        .. projects.Where(downstream => !downstream.IsTest && compiler.AllReferences(downstream).Any(reference => reference.Path == project.Path)).SelectMany(downstream => FilesOf(downstream)),
    ];

    private ImmutableArray<AdditionalText> FilesOf(ProjectFile project)
    {
        if (!_filesOf.TryGetValue(project.Path, out var files))
        {
            _filesOf[project.Path] = files =
            [
                .. project.Sources.Where(path => !ModelFile.IsCopy(path))
                    .Select(path => (Path: path, Text: File.ReadAllText(path)))
                    .Where(file => ModelFile.IsModel(file.Path, file.Text))
                    .Select(file => new ModelFile(file.Path, file.Text)),
            ];
        }

        return files;
    }
}
