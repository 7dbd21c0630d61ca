namespace PerfTooling.LoadAccuracy;

internal static class BesideWrk
{
    public static Task RunAsync() => Task.CompletedTask;
}
