using Congregation.Data.Seeding;
using Spectre.Console;

namespace Congregation.Api.Seeding;

internal sealed class LineProgress(IAnsiConsole console) : IProgress<SeedProgress>
{
    public void Report(SeedProgress value)
    {
        if (value.Written == value.Total)
            console.WriteLine(FormattableString.Invariant($"{value.Table}: {value.Total:N0} rows"));
    }
}
