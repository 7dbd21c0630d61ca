using CsCheck;

namespace PerfTool.Tests.Indexes;

/// <summary>One of a few values.</summary>
internal static class OneOf
{
    public static Gen<T> These<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
