namespace PerfAssert.Loads.Scenarios;

/// <summary>A part of a <see cref="LoadText"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text itself, or the name.</param>
/// <param name="IsWholeValue">In a body: it stands for a whole JSON value, so that a number stays a number; otherwise it is a part of a JSON text.</param>
public readonly record struct LoadTextPart(LoadTextKind Kind, string Text, bool IsWholeValue = false)
{
    /// <summary>As the file has it.</summary>
    public override string ToString() => Kind switch
    {
        LoadTextKind.Variable => $"{{{{{Text}}}}}",
        LoadTextKind.Environment => $"{{{{env:{Text}}}}}",
        _ => Text,
    };
}
