namespace PerfMonitor;

/// <summary>What a command does.</summary>
public enum QueryAction
{
    /// <summary>None of the others, a procedure or a schema change for example.</summary>
    Other,

    /// <summary>Reads.</summary>
    Select,

    /// <summary>Adds rows.</summary>
    Insert,

    /// <summary>Changes rows.</summary>
    Update,

    /// <summary>Removes rows.</summary>
    Delete,
}
