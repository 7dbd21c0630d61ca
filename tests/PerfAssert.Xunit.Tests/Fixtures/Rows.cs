using PerfAssert;

namespace Fixtures;

public enum Size
{
    Small,
    Large,
}

public class Rows
{
    public static TheoryData<Opaque> Opaques => [new Opaque("one"), new Opaque("two")];

    [PerfTheory]
    [InlineData(1, "a")]
    [InlineData(2, null)]
    [InlineData(2, "\u00e4 \u0000")]
    public void Plain(int number, string? text) => World.Note($"{number} {text}");

    [PerfTheory]
    [InlineData(Size.Small, new[] { 1, 2 })]
    [InlineData(Size.Large, new int[0])]
    public void Rich(Size size, int[] numbers) => World.Note($"{size} {numbers.Length}");

    [PerfTheory]
    [MemberData(nameof(Opaques))]
    public void NotSerializable(Opaque opaque) => World.Note(opaque.Name);

    [PerfTheory]
    [InlineData(1)]
    [InlineData("text")]
    public void Generic<T>(T value) => World.Note(typeof(T).Name + value);

    public sealed class Opaque(string name)
    {
        public string Name => name;
    }
}

public abstract class RowsBase
{
    [PerfFact]
    public void Inherited() => World.Pass(10_000);
}

public class FirstHeir : RowsBase;

public class SecondHeir : RowsBase;
