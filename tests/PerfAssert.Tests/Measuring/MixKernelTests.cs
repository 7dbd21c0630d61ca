using PerfAssert.Measuring;

namespace PerfAssert.Tests.Measuring;

public class MixKernelTests
{
    [Fact]
    public void Allocates_nothing_so_that_it_cannot_cause_collections()
    {
        var kernel = new MixKernel();
        kernel.Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
