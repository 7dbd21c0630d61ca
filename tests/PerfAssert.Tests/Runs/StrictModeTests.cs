using System.Reflection;
using PerfAssert.Runs;

namespace PerfAssert.Tests.Runs;

public class StrictModeTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData(" true ", true)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Is_what_the_environment_says(string? value, bool strict) => Assert.Equal(strict, StrictMode.Of(typeof(StrictModeTests).Assembly, _ => value));

    [Theory]
    [InlineData(null, true)]
    [InlineData("0", false)]
    public void Is_what_the_assembly_says_unless_the_environment_does(string? value, bool strict) => Assert.Equal(strict, StrictMode.Of(new StrictAssembly(), _ => value));

    [Fact]
    public void A_value_that_says_neither_is_an_error() =>
        Assert.Contains("PERFASSERT_STRICT", Assert.Throws<PerfTestException>(() => StrictMode.Of(typeof(StrictModeTests).Assembly, _ => "yes please")).Message, StringComparison.Ordinal);

    private sealed class StrictAssembly : Assembly
    {
        public override object[] GetCustomAttributes(Type attributeType, bool inherit) => new[] { new PerfOptionsAttribute { Strict = true } };
    }
}
