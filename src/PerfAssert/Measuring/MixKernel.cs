using System.Globalization;
using System.Runtime.CompilerServices;

namespace PerfAssert.Measuring;

/// <summary>
/// A fixed piece of work (string dictionary look-ups and number formatting, about 30 µs) that slows down when the machine does.
/// Run beside every batch, it tells a machine in a slow phase from code that got slower. It may veto a failure and never
/// causes one: a CPU-bound loop, for one, follows it badly.
/// </summary>
internal sealed class MixKernel
{
    private const int Rounds = 400;

    private readonly Dictionary<string, int> _dictionary = [];
    private readonly string[] _keys = new string[512];
    private readonly char[] _buffer = new char[32];
    private int _sink;

    public MixKernel()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            _keys[i] = string.Create(CultureInfo.InvariantCulture, $"key-{i * 7919}");
            _dictionary[_keys[i]] = i;
        }
    }

    /// <summary>Does the work once; allocates nothing.</summary>
    // No tiering here: a kernel that got faster while we measure would make every machine look slow at first.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run()
    {
        var sum = 0;
        for (var i = 0; i < Rounds; i++)
        {
            sum += _dictionary[_keys[(i * 37) & 511]];
            (i * 1.61803).TryFormat(_buffer, out var written, default, CultureInfo.InvariantCulture);
            sum += written;
        }

        _sink = sum;
    }
}
