using System.Runtime.CompilerServices;

namespace PerfAssert.Measuring;

/// <summary>Synchronous code with a result. The result is kept, so that the JIT cannot drop the work behind it.</summary>
internal sealed class FuncBody<T>(Func<T> func) : PerfBody(isAsync: false)
{
    private T? _kept;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public override ValueTask RunAsync(long calls)
    {
        var code = func;
        for (var i = 0L; i < calls; i++)
            _kept = code();
        return default;
    }

    /// <summary>The last result.</summary>
    public T? Kept => _kept;
}
