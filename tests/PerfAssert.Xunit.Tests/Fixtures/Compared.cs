using PerfAssert;

namespace Fixtures;

public class Compared
{
    private bool _isReady;

    [PerfFact(RelativeTo = nameof(Old))]
    public void AsFast() => World.Pass(1_000);

    [PerfFact(RelativeTo = nameof(Old))]
    public void Slower() => World.Pass(1_300);

    [PerfFact(RelativeTo = nameof(Old), MaxRatio = 0.5)]
    public void NotTwiceAsFast() => World.Pass(800);

    [PerfTheory(RelativeTo = nameof(OldRow))]
    [InlineData(10)]
    [InlineData(20)]
    public void Row(int size) => World.Pass(size * 100);

    [PerfFact(RelativeTo = "Nowhere")]
    public void WithNothing() => World.Pass(1_000);

    [PerfFact(BatchSetup = nameof(GetReady), BatchCleanup = nameof(TidyUp))]
    public void Prepared() => World.Pass(_isReady ? 1_000 : throw new InvalidOperationException("not ready"));

    private void OldRow(int size) => World.Pass(size * 100);

    private void Old() => World.Pass(1_000);

    private void GetReady(long calls) => _isReady = calls > 0;

    private void TidyUp() => _isReady = false;
}
