using System.Runtime.CompilerServices;

namespace PerfAssert.Measuring;

/// <summary>Synchronous code without a result.</summary>
internal sealed class ActionBody(Action action) : PerfBody(isAsync: false)
{
    // One loop serves every test of a process. Left to tiering, it would be specialized (guarded inlining of the delegate)
    // for whichever test ran first, and later tests would measure a different loop.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public override ValueTask RunAsync(long calls)
    {
        var code = action;
        for (var i = 0L; i < calls; i++)
            code();
        return default;
    }
}
