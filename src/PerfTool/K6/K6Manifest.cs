using System.Globalization;
using System.Text;

namespace PerfTool.K6;

/// <summary>A TestRun for the k6 operator: the same script on several machines, each with its share of the load.</summary>
internal static class K6Manifest
{
    /// <summary>What the script is called there: keys of a ConfigMap have few characters.</summary>
    private const string ConfigMapFile = "script.js";

    /// <summary>Writes it.</summary>
    /// <param name="export">What is exported.</param>
    /// <param name="parallelism">Runners, 1 or more.</param>
    public static string Write(K6Export export, int parallelism)
    {
        var (name, yaml) = (export.ResourceName, new StringBuilder());
        yaml.Append($"# {K6Export.Mark} from {JsText.Quote(Path.GetFileName(export.Scenario.Path))}, profile {JsText.Quote(export.ProfileName)}.\n");
        yaml.Append($"# kubectl create configmap {name} --from-file={ConfigMapFile}={export.ScriptName}\n");
        if (!export.Scenario.EnvironmentVariables.IsEmpty)
            yaml.Append($"# kubectl create secret generic {name} {string.Join(' ', export.Scenario.EnvironmentVariables.Select(variable => $"--from-literal={variable}=\"${variable}\""))}\n");
        yaml.Append($"# kubectl apply -f {export.ManifestName}\n");
        yaml.Append("# Each runner logs its own summary, as one line that begins with {\"metadata\":\n");
        yaml.Append($"apiVersion: k6.io/v1alpha1\nkind: TestRun\nmetadata:\n  name: {name}\nspec:\n");
        yaml.Append(string.Create(CultureInfo.InvariantCulture, $"  parallelism: {parallelism}\n"));
        yaml.Append($"  script:\n    configMap:\n      name: {name}\n      file: {ConfigMapFile}\n");
        yaml.Append("  runner:\n    env:\n      # The address of what is tested.\n      - name: BASE_URL\n        value: \"http://localhost:8080\"\n      - name: SUMMARY\n        value: stdout\n");
        foreach (var variable in export.Scenario.EnvironmentVariables)
            yaml.Append($"      - name: {JsText.Quote(variable)}\n        valueFrom:\n          secretKeyRef:\n            name: {name}\n            key: {JsText.Quote(variable)}\n");
        return yaml.ToString();
    }
}
