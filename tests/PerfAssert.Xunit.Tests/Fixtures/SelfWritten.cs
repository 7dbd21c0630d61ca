using System.Globalization;
using PerfAssert;
#if XUNIT_V3
using Xunit.Sdk;
#else
using Xunit.Abstractions;
#endif

namespace Fixtures;

/// <summary>Rows of values that say by themselves what they consist of.</summary>
public class SelfWritten
{
    public static TheoryData<Order> Orders => [new Order { Number = 1, Lines = ["a", "b"] }, new Order { Number = 2, Parent = new Order { Number = 1 } }];

    public static TheoryData<Money> Amounts => [new Money(1.5m), new Money(2m)];

    [PerfTheory]
    [MemberData(nameof(Orders))]
    public void Serializable(Order order) => World.Note("order " + order.Number);

    [PerfTheory]
    [MemberData(nameof(Amounts))]
    public void Parsable(Money amount) => World.Note("amount " + amount);

    public sealed class Order : IXunitSerializable
    {
        public int Number { get; set; }

        public string[] Lines { get; set; } = [];

        public Order? Parent { get; set; }

        public void Deserialize(IXunitSerializationInfo info)
        {
            Number = info.GetValue<int>("Number");
            Lines = info.GetValue<string[]>("Lines")!;
            Parent = info.GetValue<Order>("Parent");
        }

        public void Serialize(IXunitSerializationInfo info)
        {
            info.AddValue("Number", Number);
            info.AddValue("Lines", Lines);
            info.AddValue("Parent", Parent, typeof(Order));
        }
    }

    public readonly record struct Money(decimal Amount) : IFormattable, IParsable<Money>
    {
        public static Money Parse(string s, IFormatProvider? provider) => new(decimal.Parse(s, provider));

        public static bool TryParse(string? s, IFormatProvider? provider, out Money result)
        {
            var parsed = decimal.TryParse(s, NumberStyles.Number, provider, out var amount);
            result = new Money(amount);
            return parsed;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => Amount.ToString(format, formatProvider);
    }
}
