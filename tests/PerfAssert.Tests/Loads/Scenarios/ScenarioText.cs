using System.Text;
using PerfAssert.Loads.Scenarios;

namespace PerfAssert.Tests.Loads.Scenarios;

/// <summary>Scenarios of few words for tests.</summary>
internal static class ScenarioText
{
    public const string Profiles = """{ "smoke": { "rate": 10, "duration": "3 s" } }""";

    /// <summary>A file with these steps.</summary>
    public static string Of(string steps, string setup = "[]", string? data = null, string profiles = Profiles) =>
        $$"""{ "schema": 1, "name": "shop", "setup": {{setup}}, "steps": {{steps}}, {{(data is null ? "" : $"\"data\": {data}, ")}}"profiles": {{profiles}} }""";

    public static LoadScenario Read(string json) => LoadScenario.Parse(Encoding.UTF8.GetBytes(json), "shop.load.json");

    /// <summary>What is wrong with a file, in one line; null where nothing is.</summary>
    public static string? Problem(string json)
    {
        try
        {
            Read(json);
            return null;
        }
        catch (LoadScenarioException e)
        {
            return e.Message.ReplaceLineEndings(" ");
        }
    }
}
