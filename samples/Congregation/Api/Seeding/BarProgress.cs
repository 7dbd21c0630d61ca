using Congregation.Data.Seeding;
using Spectre.Console;

namespace Congregation.Api.Seeding;

/// <summary>One bar a table. Not <see cref="Progress{T}"/>: that reports later, on another thread, in any order.</summary>
internal sealed class BarProgress(ProgressContext context) : IProgress<SeedProgress>
{
    private readonly Dictionary<string, ProgressTask> _bars = [];

    public void Report(SeedProgress value)
    {
        if (!_bars.TryGetValue(value.Table, out var bar))
            _bars[value.Table] = bar = context.AddTask(value.Table, maxValue: value.Total);
        bar.Value = value.Written;
    }
}
