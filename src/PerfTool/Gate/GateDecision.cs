namespace PerfTool.Gate;

/// <summary>What the gate makes of a test.</summary>
internal enum GateDecision
{
    /// <summary>Nothing is wrong with it.</summary>
    Pass,

    /// <summary>Told.</summary>
    Inform,

    /// <summary>Told, and somebody should look.</summary>
    Warn,

    /// <summary>It would close the gate, and was approved with a reason.</summary>
    Approved,

    /// <summary>Closes the gate.</summary>
    Fail,
}
