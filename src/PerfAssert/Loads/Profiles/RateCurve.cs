using System.Collections.Immutable;

namespace PerfAssert.Loads;

/// <summary>A profile's load as straight lines one after the other: what it is at a moment, and in the open model when each arrival is due.</summary>
internal sealed class RateCurve
{
    /// <summary>Arrivals that are no more than this short of a whole one count as it: sums of products of decimal fractions are off by such amounts.</summary>
    private const double Rounding = 1e-6;

    private readonly ImmutableArray<RateLine> _lines;

    public RateCurve(double start, IEnumerable<LoadStage> stages)
    {
        var lines = ImmutableArray.CreateBuilder<RateLine>();
        var (begin, from, before) = (0.0, start, 0.0);
        foreach (var stage in stages)
        {
            var line = new RateLine(begin, stage.Duration.TotalSeconds, from, stage.Target, before);
            lines.Add(line);
            (begin, from, before) = (line.End, stage.Target, line.Before + line.Area);
        }

        _lines = lines.ToImmutable();
        Duration = begin;
        Arrivals = (long)Math.Ceiling(before - Rounding);
    }

    /// <summary>In seconds.</summary>
    public double Duration { get; }

    /// <summary>How many there are at all: the curve's area, rounded up since the first is due at once.</summary>
    public long Arrivals { get; }

    /// <summary>
    /// When an arrival, from 0, is due, in seconds: the first moment from which on more than that many have been asked for (the curve's
    /// integral exceeds it). At a constant rate that is number / rate; where nothing is asked for nothing is due.
    /// </summary>
    public double DueAt(long arrival)
    {
        foreach (var line in _lines)
        {
            if (line.Before + line.Area > arrival)
                return line.Begin + line.TimeOf(arrival - line.Before);
        }

        return Duration;
    }

    /// <summary>The load at a moment, in seconds from the start; before the start that of the start, after the end that of the end.</summary>
    public double At(double time)
    {
        foreach (var line in _lines)
        {
            if (time < line.End)
                return line.At(time);
        }

        return _lines[^1].To;
    }

    /// <summary>When the number of users changes, and to what: users are whole, and a part of one is one.</summary>
    public IEnumerable<(double At, int Users)> UserChanges()
    {
        var users = (int)_lines[0].From;
        yield return (0, users);
        foreach (var line in _lines)
        {
            var to = (int)line.To;
            // Upwards a user is there as soon as the line leaves the number below; downwards one goes when the line arrives at it.
            while (users < to)
                yield return (line.CrossingOf(users), ++users);
            while (users > to)
                yield return (line.CrossingOf(users - 1), --users);
        }
    }
}
