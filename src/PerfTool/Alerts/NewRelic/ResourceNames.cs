using System.Globalization;

namespace PerfTool.Alerts.NewRelic;

/// <summary>Names of a kind's resources, of which no two may be alike.</summary>
internal sealed class ResourceNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name as Terraform takes it (https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers), with a number where it is taken.</summary>
    public string Take(string wanted)
    {
        var name = string.Concat(wanted.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (char.IsAsciiDigit(name[0]))
            name = "_" + name;
        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
            free = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
