using System.Globalization;
using PerfAssert.Loads;
using PerfAssert.Loads.Scenarios;
using PerfBudgets;

namespace PerfTool.K6;

/// <summary>A scenario under one of its profiles, to be written for k6.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="ProfileName">The profile's name.</param>
/// <param name="Budget">The limits of the scenario's operation; null where it names none.</param>
internal sealed record K6Export(LoadScenario Scenario, string ProfileName, OperationBudget? Budget)
{
    private const string Ending = ".load.json";

    /// <summary>What our own files have near their top.</summary>
    public const string Mark = "Written by perftool k6 export";

    /// <summary>How much load is offered.</summary>
    public LoadProfile Profile => Scenario.Profile(ProfileName);

    /// <summary>What k6's metrics are tagged with, and by what an import finds the budget.</summary>
    public string Operation => Scenario.Budget ?? Scenario.Name;

    /// <summary>What both files are called, up to the ending: like the scenario's, of characters that no shell reads as something else.</summary>
    public string FileName
    {
        get
        {
            var name = Path.GetFileName(Scenario.Path);
            name = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : Path.GetFileNameWithoutExtension(name);
            return string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).TrimStart('-', '.') + "." + ProfileName;
        }
    }

    /// <summary>The script's file.</summary>
    public string ScriptName => FileName + ".k6.js";

    /// <summary>The manifest's file.</summary>
    public string ManifestName => FileName + ".k6.yaml";

    /// <summary>A name for Kubernetes (RFC 1123): lower case, and at most 63 characters.</summary>
    public string ResourceName
    {
        get
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"k6-{Scenario.Name}-{ProfileName}").ToLowerInvariant().Replace('.', '-').Replace('_', '-');
            return name[..Math.Min(name.Length, 63)].TrimEnd('-');
        }
    }
}
