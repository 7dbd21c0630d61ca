using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfTooling.LoadAccuracy;

/// <summary>Runs wrk and reads what it prints.</summary>
internal static partial class Wrk
{
    public static async Task<Offered> RunAsync(Uri url, int connections, TimeSpan duration)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo("wrk", ["-t2", $"-c{connections}", $"-d{duration.TotalSeconds:0}s", "--latency", url.ToString()]) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("wrk is not installed. On Debian: apt-get install wrk.");
        }

        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new Offered(double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), Percentile(output, "50%"), Percentile(output, "99%"));
        }
    }

    private static double Percentile(string output, string name)
    {
        var match = Regex.Match(output, name + @"\s+([\d.]+)(us|ms|s)");
        return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * match.Groups[2].Value switch { "us" => 1e3, "ms" => 1e6, _ => 1e9 };
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
