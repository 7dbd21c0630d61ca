using System.Diagnostics.Metrics;

namespace PerfAssert.EntityFrameworkCore.Recording;

/// <summary>How many DbContexts of the process are alive, by EF Core's own meter (EF Core 9 and later).</summary>
internal static class LiveContexts
{
    private const string Meter = "Microsoft.EntityFrameworkCore";
    private const string Instrument = "microsoft.entityframeworkcore.active_dbcontexts";

    /// <summary>The number; null where EF Core has no such meter, or nothing was created yet.</summary>
    public static long? Count()
    {
        long? count = null;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Meter && instrument.Name == Instrument)
                self.EnableMeasurementEvents(instrument);
        };
        // Each of EF Core's service providers has a meter of its own; all of them tell the process's number.
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => count = Math.Max(count ?? 0, value));
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => count = Math.Max(count ?? 0, value));
        listener.Start();
        listener.RecordObservableInstruments();
        return count;
    }
}
