using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace PerfAssert.Baselines;

/// <summary>
/// A short hash of a theory row that stays the same on every machine, culture, runtime and run: over the types and values of
/// its arguments, never over how they print.
/// </summary>
internal static class ArgumentHash
{
    private const int HexDigits = 12;
    private const int MaxDepth = 8;

    /// <summary>Hashes a row; null for one without arguments.</summary>
    /// <param name="arguments">The values.</param>
    /// <param name="rowIndex">The row's place among the rows of its method: what tells rows apart whose values cannot.</param>
    /// <param name="partsOf">The named values that any other value consists of, as far as the test framework knows them; null where it does not.</param>
    public static string? Of(IReadOnlyList<object?> arguments, int rowIndex, Func<object, IReadOnlyDictionary<string, object?>?>? partsOf = null)
    {
        if (arguments.Count == 0)
            return null;
        var text = new StringBuilder();
        var transparent = true;
        foreach (var argument in arguments)
            transparent &= Append(text, argument, partsOf, 0);
        if (!transparent)
            text.Append("row ").Append(rowIndex.ToString(CultureInfo.InvariantCulture));

        // UTF-16 as it is: an encoding would fold half a surrogate pair into a replacement character.
        var bytes = new byte[text.Length * sizeof(char)];
        for (var i = 0; i < text.Length; i++)
            BitConverter.TryWriteBytes(bytes.AsSpan(i * sizeof(char)), text[i]);
        return Convert.ToHexString(SHA256.HashData(bytes))[..HexDigits].ToLowerInvariant();
    }

    /// <summary>Writes type and value; false when the value does not show what it is.</summary>
    private static bool Append(StringBuilder text, object? value, Func<object, IReadOnlyDictionary<string, object?>?>? partsOf, int depth)
    {
        if (value is null)
        {
            text.Append("null;");
            return true;
        }

        text.Append(BaselineKey.TypeName(value.GetType())).Append(':');
        var known = Scalar(value);
        if (known is not null)
        {
            text.Append(known.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(known).Append(';');
            return true;
        }

        if (depth >= MaxDepth)
            return false;
        if (value is ITuple tuple)
            return AppendAll(text, Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), partsOf, depth);
        // Only collections that are at rest: enumerating anything else may run code, or never end.
        if (value is IList or IDictionary)
            return AppendAll(text, ((IEnumerable)value).Cast<object?>(), partsOf, depth);
        return partsOf?.Invoke(value) is { } parts
            && AppendAll(text, parts.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => new[] { p.Key, p.Value }), partsOf, depth);
    }

    private static bool AppendAll(StringBuilder text, IEnumerable<object?> items, Func<object, IReadOnlyDictionary<string, object?>?>? partsOf, int depth)
    {
        var transparent = true;
        text.Append('[');
        foreach (var item in items)
            transparent &= Append(text, item, partsOf, depth + 1);
        text.Append("];");
        return transparent;
    }

    private static string? Scalar(object value) => value switch
    {
        string s => s,
        char c => ((int)c).ToString(CultureInfo.InvariantCulture),
        bool b => b ? "1" : "0",
        Enum e => Convert.ToString(Convert.ChangeType(e, Enum.GetUnderlyingType(e.GetType()), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        double d => BitConverter.DoubleToInt64Bits(d).ToString(CultureInfo.InvariantCulture),
        float f => BitConverter.SingleToInt32Bits(f).ToString(CultureInfo.InvariantCulture),
        Half h => BitConverter.HalfToInt16Bits(h).ToString(CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Int128 or UInt128 or BigInteger or decimal or Guid =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateTime d => string.Create(CultureInfo.InvariantCulture, $"{d.Ticks} {(int)d.Kind}"),
        DateTimeOffset d => string.Create(CultureInfo.InvariantCulture, $"{d.Ticks} {d.Offset.Ticks}"),
        DateOnly d => d.DayNumber.ToString(CultureInfo.InvariantCulture),
        TimeOnly t => t.Ticks.ToString(CultureInfo.InvariantCulture),
        TimeSpan t => t.Ticks.ToString(CultureInfo.InvariantCulture),
        Type t => BaselineKey.TypeName(t),
        Uri u => u.OriginalString,
        Version v => v.ToString(),
        CultureInfo c => c.Name,
        Complex c => string.Create(CultureInfo.InvariantCulture, $"{BitConverter.DoubleToInt64Bits(c.Real)} {BitConverter.DoubleToInt64Bits(c.Imaginary)}"),
        Rune r => r.Value.ToString(CultureInfo.InvariantCulture),
        Index i => i.ToString(),
        Range r => r.ToString(),
        IFormattable f when IsParsable(f.GetType()) => f.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether a type reads what it writes: then what it writes tells its values apart.</summary>
    private static bool IsParsable(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>) && i.GenericTypeArguments[0] == type);
}
