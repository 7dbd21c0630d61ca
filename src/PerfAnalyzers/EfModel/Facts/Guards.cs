namespace PerfAnalyzers.EfModel.Facts;

/// <summary>Calls that look at what they are handed, and at most throw.</summary>
internal static class Guards
{
    /// <summary>True for <c>ArgumentNullException.ThrowIfNull(modelBuilder)</c> and its kin in the framework.</summary>
    public static bool Contains(string type, string method) =>
        method.StartsWith("ThrowIf", StringComparison.Ordinal) && type is "ArgumentNullException" or "ArgumentException";
}
