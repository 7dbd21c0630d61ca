namespace PerfTooling.IdleCost;

public sealed class OrdinaryTests
{
    [Fact]
    public void Adds() => Assert.Equal(4, Math.Max(2, 4));
}
