namespace PerfAssert.Loads.Scenarios;

/// <summary>The value of a variable.</summary>
/// <param name="Text">As it stands in a path or header; of a number or boolean its JSON.</param>
/// <param name="IsText">Whether it is a text, which JSON has in quotes; otherwise a number or a boolean.</param>
public readonly record struct LoadValue(string Text, bool IsText);
