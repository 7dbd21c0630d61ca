using System.Runtime.InteropServices;

namespace PerfAssert.Loads;

/// <summary>Sleeps for parts of a millisecond where the system can: <see cref="Thread.Sleep(TimeSpan)"/> knows whole ones only.</summary>
internal static class FineSleep
{
    private static bool _hasNanosleep = !OperatingSystem.IsWindows() && Environment.Is64BitProcess;

    public static void Sleep(long nanoseconds)
    {
        if (_hasNanosleep && TryNanosleep(nanoseconds))
            return;
        // Windows sleeps in steps of its timer, 15.6 ms unless some program asked for finer ones: below that only giving way to others is near enough.
        if (nanoseconds >= 20_000_000)
            Thread.Sleep((int)((nanoseconds / 1_000_000) - 16));
        else
            Thread.Sleep(0);
    }

    private static bool TryNanosleep(long nanoseconds)
    {
        try
        {
            // Interrupted by a signal it returns early; who called asks the clock again.
            var time = new TimeSpec((nint)(nanoseconds / 1_000_000_000), (nint)(nanoseconds % 1_000_000_000));
            _ = Nanosleep(time, IntPtr.Zero);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return _hasNanosleep = false;
        }
    }

    [DllImport("libc", EntryPoint = "nanosleep")]
    private static extern int Nanosleep(in TimeSpec time, IntPtr remaining);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
