namespace PerfTooling.PlanOracle.Planners;

/// <summary>Thrown in place of sending a command: its text and parameters are all that is wanted.</summary>
internal sealed class CommandCapturedException : Exception;
