#if XUNIT_V3
using Xunit.Sdk;
#else
using Xunit.Abstractions;
#endif

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// What a theory's argument that serializes itself consists of. The values count and not how xunit would write them down, which every version
/// of it does in its own way: a test that is moved from v2 to v3 keeps its baseline.
/// </summary>
internal sealed class ArgumentParts : IXunitSerializationInfo
{
    private readonly SortedDictionary<string, object?> _parts = new(StringComparer.Ordinal);

    /// <summary>The parts by name; null for a value of which xunit knows none.</summary>
    public static IReadOnlyDictionary<string, object?>? Of(object value)
    {
        if (value is IXunitSerializable serializable)
        {
            var parts = new ArgumentParts();
            serializable.Serialize(parts);
            return parts._parts;
        }

#if XUNIT_V3
        // A serializer of the user's own, which only v3 has.
        if (SerializationHelper.Instance.IsSerializable(value))
            return new Dictionary<string, object?> { ["serialized"] = SerializationHelper.Instance.Serialize(value) };
#endif
        return null;
    }

    void IXunitSerializationInfo.AddValue(string key, object? value, Type? type) => _parts[key] = value;

#if XUNIT_V3
    object? IXunitSerializationInfo.GetValue(string key) => throw new NotSupportedException();
#else
    object IXunitSerializationInfo.GetValue(string key, Type type) => throw new NotSupportedException();

    T IXunitSerializationInfo.GetValue<T>(string key) => throw new NotSupportedException();
#endif
}
