namespace PerfTool.Baselines;

/// <summary>Something about a baseline that somebody should see to.</summary>
/// <param name="Kind">"unreadable", "duplicate", "dangling" or "outdated".</param>
/// <param name="File">The file, as the user would type it.</param>
/// <param name="Key">The entry; null for the whole file.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record BaselineProblem(string Kind, string File, string? Key, string Message);
