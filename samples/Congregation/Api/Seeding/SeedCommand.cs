using System.Diagnostics;
using Congregation.Data;
using Congregation.Data.Seeding;
using Spectre.Console;

namespace Congregation.Api.Seeding;

/// <summary>Fills an empty database and says how far it is: a moving display in a terminal, a line a table elsewhere.</summary>
internal static class SeedCommand
{
    public const string Switch = "--seed";

    public static int Run(CongregationDbContext db, IAnsiConsole console)
    {
        var started = Stopwatch.GetTimestamp();
        var seeder = new Seeder(db);
        var written = console.Profile.Out.IsTerminal
            ? SeedWithBars(seeder, console)
            : seeder.Seed(SeedPlan.Full, new LineProgress(console));

        if (written == 0)
        {
            console.WriteLine("The database has churches already; nothing was added.");
            return 0;
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        console.WriteLine(FormattableString.Invariant($"{written:N0} rows in {seconds:F1} s."));
        console.WriteLine($"Sign in to {DemoAccount.Church} as {DemoAccount.Email} ({DemoAccount.Password}).");
        return 0;
    }

    private static int SeedWithBars(Seeder seeder, IAnsiConsole console) =>
        console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RowCountColumn())
            .Start(context => seeder.Seed(SeedPlan.Full, new BarProgress(context)));
}
