using System.Globalization;

namespace PerfAssert.Reporting;

/// <summary>Figures as people read them; the same in every culture, so that texts can be compared.</summary>
internal static class Format
{
    /// <summary>A duration given in nanoseconds, with three significant digits: 812 ns, 1.23 µs, 45.6 ms, 7.89 s.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 999.5 => Digits(nanoseconds) + " ns",
        < 999.5e3 => Digits(nanoseconds / 1e3) + " µs",
        < 999.5e6 => Digits(nanoseconds / 1e6) + " ms",
        _ => Digits(nanoseconds / 1e9) + " s",
    };

    /// <summary>Bytes: exact up to 100,000, because one object more or less matters; then KB and MB of 1,024.</summary>
    public static string Bytes(double bytes) => bytes switch
    {
        < 100_000 => bytes.ToString("#,0.#", CultureInfo.InvariantCulture) + " B",
        < 10_240_000 => (bytes / 1024).ToString("#,0.0", CultureInfo.InvariantCulture) + " KB",
        _ => (bytes / 1048576).ToString("#,0.0", CultureInfo.InvariantCulture) + " MB",
    };

    /// <summary>A ratio: 1.07×.</summary>
    public static string Ratio(double ratio) => ratio.ToString(ratio < 100 ? "0.00" : "0", CultureInfo.InvariantCulture) + "×";

    private static string Digits(double value) => value switch
    {
        < 9.995 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 99.95 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };
}
