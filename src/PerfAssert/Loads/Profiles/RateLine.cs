namespace PerfAssert.Loads;

/// <summary>One straight line of a <see cref="RateCurve"/>: times in seconds from the curve's start, rates a second.</summary>
/// <param name="Before">Arrivals that the lines before this one asked for.</param>
internal readonly record struct RateLine(double Begin, double Duration, double From, double To, double Before)
{
    public double End => Begin + Duration;

    /// <summary>Arrivals that this line asks for.</summary>
    public double Area => (From + To) / 2 * Duration;

    public double At(double time) => From + ((To - From) * Math.Clamp((time - Begin) / Duration, 0, 1));

    /// <summary>
    /// How long after its beginning the line has asked for so many arrivals: From·x + (To - From)/(2·Duration)·x² = arrivals, solved in the
    /// form that loses no digits where the line is nearly level.
    /// </summary>
    public double TimeOf(double arrivals)
    {
        if (arrivals <= 0)
            return 0;
        var slope = (To - From) / Duration;
        var root = Math.Sqrt(Math.Max(0, (From * From) + (2 * slope * arrivals)));
        return Math.Min(2 * arrivals / (From + root), Duration);
    }

    /// <summary>When the line is at a value that lies between its ends.</summary>
    public double CrossingOf(double value) => Begin + (Duration * (value - From) / (To - From));
}
