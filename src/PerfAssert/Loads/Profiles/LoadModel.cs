namespace PerfAssert.Loads;

/// <summary>What keeps requests coming.</summary>
public enum LoadModel
{
    /// <summary>A schedule: so many arrivals a second, whether or not earlier ones were answered. What the world outside does.</summary>
    Open,

    /// <summary>So many users: each sends its next request when its last was answered. A system that stalls is offered less.</summary>
    Closed,
}
