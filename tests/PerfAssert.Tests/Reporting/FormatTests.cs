using PerfAssert.Reporting;

namespace PerfAssert.Tests.Reporting;

public class FormatTests
{
    [Theory]
    [InlineData(0.5, "0.50 ns")]
    [InlineData(9.996, "10.0 ns")]
    [InlineData(812, "812 ns")]
    [InlineData(999.6, "1.00 µs")]
    [InlineData(1_234, "1.23 µs")]
    [InlineData(45_600_000, "45.6 ms")]
    [InlineData(7_890_000_000, "7.89 s")]
    [InlineData(90e9, "90.0 s")]
    public void Times_have_three_digits(double nanoseconds, string text) => Assert.Equal(text, Format.Time(nanoseconds));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(96.25, "96.3 B")]
    [InlineData(21_584, "21,584 B")]
    [InlineData(1_048_576, "1,024.0 KB")]
    [InlineData(52_428_800, "50.0 MB")]
    public void Bytes_are_exact_while_one_object_matters(double bytes, string text) => Assert.Equal(text, Format.Bytes(bytes));
}
