namespace PerfAssert.Builds;

/// <summary>A SQLite file that this process has open.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="IsWritable">Whether it was opened to write, too.</param>
internal readonly record struct OpenDatabase(string Path, bool IsWritable);
