using PerfAssert.Baselines;

namespace PerfAssert.Tests;

/// <summary>A process that records results, for tests to disturb: <c>FOLDER NAME COUNT</c>. Says a line before all and one after each result.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args is not [var folder, var name, var count])
            return 2;
        Console.WriteLine("ready");
        for (var i = 0; i < int.Parse(count, System.Globalization.CultureInfo.InvariantCulture); i++)
        {
            try
            {
                BaselineStore.Receive(PathsIn(folder), $"{name}{i}", new string('x', 2_000), Make.Machine().Key, Make.Record(1_000 + i));
                Console.WriteLine(i);
            }
            catch (IOException e)
            {
                Console.WriteLine(e.Message);
                return 1;
            }
            catch (UnauthorizedAccessException e)
            {
                Console.WriteLine(e.Message);
                return 1;
            }
        }

        return 0;
    }

    public static BaselinePaths PathsIn(string folder) => new(folder, Path.Combine(folder, "Cart.perf.json"), Path.Combine(folder, "Cart.perf.received.json"));
}
