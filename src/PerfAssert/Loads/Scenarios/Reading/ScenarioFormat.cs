using System.Text.RegularExpressions;

namespace PerfAssert.Loads.Scenarios.Reading;

/// <summary>The words of the file and the forms of its texts; load-scenario.schema.json has the same.</summary>
internal static partial class ScenarioFormat
{
    public const string SchemaLink = "$schema";
    public const string Schema = "schema";
    public const string Name = "name";
    public const string Description = "description";
    public const string Budget = "budget";
    public const string Setup = "setup";
    public const string Steps = "steps";
    public const string Data = "data";
    public const string Profiles = "profiles";
    public const string Method = "method";
    public const string Path = "path";
    public const string Headers = "headers";
    public const string Body = "body";
    public const string Status = "status";
    public const string Extract = "extract";
    public const string Rate = "rate";
    public const string Users = "users";
    public const string Duration = "duration";
    public const string Stages = "stages";
    public const string Target = "target";
    public const string WarmUp = "warmUp";
    public const string RequestTimeout = "requestTimeout";
    public const string MaxInFlight = "maxInFlight";
    public const string MaxRequests = "maxRequests";

    /// <summary>The variable that each iteration has: its number.</summary>
    public const string Iteration = "iteration";

    /// <summary>What an environment variable's name follows.</summary>
    public const string EnvironmentPrefix = "env:";

    /// <summary>Longer names fit no table and no metric's label.</summary>
    public const int LongestName = 100;

    /// <summary>More a second is a typing error: no generator on one machine offers it.</summary>
    public const double MostPerSecond = 1_000_000;
    public const int MostUsers = 100_000;

    /// <summary>Longer is a typing error, too.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    public static readonly TimeSpan LongestRequest = TimeSpan.FromHours(1);

    public static readonly string[] FileProperties = [SchemaLink, Schema, Name, Description, Budget, Setup, Steps, Data, Profiles];
    public static readonly string[] StepProperties = [Name, Method, Path, Headers, Body, Status, Extract];
    public static readonly string[] ProfileProperties = [Rate, Users, Duration, Stages, WarmUp, RequestTimeout, MaxInFlight, MaxRequests];
    public static readonly string[] StageProperties = [Duration, Target];
    public static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Said by the client or by the body.</summary>
    public static readonly string[] OwnHeaders = ["Connection", "Content-Encoding", "Content-Length", "Content-Type", "Host", "Transfer-Encoding"];

    /// <summary>What nobody may read in a file that is checked in.</summary>
    public static readonly string[] SecretHeaders = ["Authorization", "Cookie", "Proxy-Authorization"];

    /// <summary>Words of letters and digits with a point, hyphen or underscore between them, as an operation of perf-budgets.json.</summary>
    public static bool IsName(string text) => text.Length <= LongestName && IsAll(text, NamePattern());

    /// <summary>What a variable is called: a name in any language.</summary>
    public static bool IsVariable(string text) => text.Length <= LongestName && IsAll(text, VariablePattern());

    /// <summary>What an environment variable is called.</summary>
    public static bool IsEnvironmentVariable(string text) => text.Length <= LongestName && IsAll(text, EnvironmentPattern());

    /// <summary>A token of RFC 9110, 5.6.2.</summary>
    public static bool IsHeader(string text) => IsAll(text, HeaderPattern());

    /// <summary>The characters of path and query in RFC 3986: all others are percent-encoded there, so that every client sends the same.</summary>
    public static bool IsPathText(string text) => text.Length == 0 || IsAll(text, PathPattern());

    /// <summary>Where a value stands in JSON.</summary>
    public static bool IsValuePath(string text) => IsAll(text, ValuePathPattern());

    /// <summary>The pattern's end anchor lets a final line break pass, which the schema does not.</summary>
    private static bool IsAll(string text, Regex pattern) => !text.EndsWith('\n') && pattern.IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex VariablePattern();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex EnvironmentPattern();

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderPattern();

    [GeneratedRegex("^([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$", RegexOptions.CultureInvariant)]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,5})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,5})\])*$", RegexOptions.CultureInvariant)]
    private static partial Regex ValuePathPattern();
}
