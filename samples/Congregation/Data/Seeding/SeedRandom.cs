namespace Congregation.Data.Seeding;

/// <summary>
/// SplitMix64. <see cref="Random"/> with a seed does not promise the same numbers in another .NET version,
/// and recorded baselines are only comparable over the same rows.
/// </summary>
internal sealed class SeedRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1, all equally likely.</summary>
    public int Below(int limit) => (int)(NextBits() % (ulong)limit);

    /// <summary>Likewise, but low numbers are far likelier: few churches are large, few conversations are busy.</summary>
    public int SkewedBelow(int limit)
    {
        var share = Unit();
        return (int)(limit * share * share * share);
    }

    public bool OneIn(int chances) => Below(chances) == 0;

    /// <summary>Scatters consecutive numbers without ever mapping two of them to one.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private double Unit() => (NextBits() >> 11) * (1.0 / (1UL << 53));
}
