namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Shows the table at the end of a test program that people start themselves (dotnet run), with xunit's own runner and with
/// Microsoft.Testing.Platform alike. dotnet test passes on what a program printed where a test failed.
/// </summary>
internal static class SummaryOfProcess
{
    private static int s_isAwaited;

    /// <summary>Once for the process, however often it is asked for.</summary>
    public static void ShowAtExit()
    {
        if (Interlocked.Exchange(ref s_isAwaited, 1) == 0 && !IsAutomated(Environment.GetCommandLineArgs()))
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Show(Console.Out, PerfSummary.Text);
    }

    /// <summary>Whether another program reads what this one prints (VSTest does, for whom the package's MSBuild target shows the table).</summary>
    internal static bool IsAutomated(IEnumerable<string> arguments) =>
        arguments.Any(argument => argument == "@@" || argument.Equals("-automated", StringComparison.OrdinalIgnoreCase));

    internal static void Show(TextWriter output, string? table)
    {
        if (table is null)
            return;
        output.WriteLine();
        output.Write(table);
        output.Flush();
    }
}
