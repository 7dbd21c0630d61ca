namespace PerfAssert.Tests;

/// <summary>The one place that knows which snapshot library we use.</summary>
internal static class Snapshot
{
    public static void Match(string text) =>
        Snapshooter.Xunit.Snapshot.Match(text.ReplaceLineEndings("\n"));
}
