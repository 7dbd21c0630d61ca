using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfAssert.Loads;

/// <summary>A profile's stages in one line: <c>30 s to 50, 1 min to 50, 10 s to 0</c>. A target may say what it counts: <c>50/s</c>, or <c>20 users</c>.</summary>
internal static partial class StagesText
{
    /// <summary>More is a file, not a line.</summary>
    private const int Most = 100;

    /// <summary>Reads the line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="model">What the targets say they count; null where none says.</param>
    /// <exception cref="FormatException">It is no such line; the message says which part, and why.</exception>
    public static ImmutableArray<LoadStage> Parse(string text, out LoadModel? model)
    {
        model = null;
        var parts = text.Split(',');
        if (parts.Length > Most)
            throw new FormatException($"it has {parts.Length} parts, more than {Most}");
        var stages = ImmutableArray.CreateBuilder<LoadStage>();
        foreach (var part in parts.Select(part => part.Trim()))
        {
            if (Form().Match(part) is not { Success: true } match)
                throw new FormatException($"'{part}' is none: a duration, 'to' and a target, such as '30 s to 50' (arrivals a second) or '30 s to 20 users'");
            if (!SpanText.TryParse(match.Groups["span"].Value, out var span))
                throw new FormatException($"'{match.Groups["span"].Value}' in '{part}' is no duration: above zero and up to a day, such as '500 ms', '30 s', '1.5 min' or '1 h'");
            var counts = match.Groups["unit"].Value switch { "/s" => LoadModel.Open, "users" or "user" => LoadModel.Closed, _ => (LoadModel?)null };
            if (counts is not null && model is not null && counts != model)
                throw new FormatException($"'{part}' counts {Word(counts.Value)}, and an earlier part {Word(model.Value)}: a load test has one model");
            model = counts ?? model;
            stages.Add(new LoadStage(span, double.Parse(match.Groups["target"].ValueSpan, CultureInfo.InvariantCulture)));
        }

        return stages.ToImmutable();
    }

    /// <summary>The line again, each target with its unit.</summary>
    public static string Of(LoadModel model, IEnumerable<LoadStage> stages) =>
        string.Join(", ", stages.Select(stage => $"{SpanText.Of(stage.Duration)} to {Target(model, stage.Target)}"));

    /// <summary>A target with what it counts.</summary>
    public static string Target(LoadModel model, double target) =>
        string.Create(CultureInfo.InvariantCulture, $"{target:0.######}{(model == LoadModel.Open ? "/s" : target == 1 ? " user" : " users")}");

    private static string Word(LoadModel model) => model == LoadModel.Open ? "arrivals a second" : "users";

    [GeneratedRegex(@"\A(?<span>[^,]*?[a-zµμ]) +to +(?<target>[0-9]{1,7}(?:\.[0-9]{1,6})?) ?(?<unit>/s|users?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
