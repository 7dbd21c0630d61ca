namespace PerfTooling.MonitorCost;

/// <summary>Who watches.</summary>
public enum Observation
{
    Nobody,
    PerfMonitor,
    PerfMonitorWithMeter,
    Interceptor,
}
