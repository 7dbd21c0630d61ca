namespace PerfBudgets.Json;

/// <summary>Words what is wrong in a file as the exception of whoever reads it.</summary>
/// <param name="line">The line, from 1; null when the whole file is meant.</param>
/// <param name="key">The place, as names with slashes between them; null when the whole file is meant.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="remedy">What to do; null where only the file's kind tells.</param>
internal delegate Exception JsonFault(long? line, string? key, string problem, string? remedy);
