namespace PerfAssert.Loads.Scenarios;

/// <summary>What a part of a <see cref="LoadText"/> is.</summary>
public enum LoadTextKind
{
    /// <summary>The text itself; in a body JSON.</summary>
    Literal,

    /// <summary>The value of a variable: a column of the data, something extracted, or <c>iteration</c>, the iteration's number from 0.</summary>
    Variable,

    /// <summary>An environment variable: where secrets come from.</summary>
    Environment,
}
