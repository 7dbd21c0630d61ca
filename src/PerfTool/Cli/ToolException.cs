namespace PerfTool.Cli;

/// <summary>What the user has to know to go on: what, where, and what to do. Shown as one line, and the process ends with <see cref="ExitCode.WrongUse"/>.</summary>
internal sealed class ToolException(string message, Exception? innerException = null) : Exception(message, innerException);
