using PerfTooling.Benchmarks;
using PerfTooling.CompareStudy;

// How often `perftool compare` is wrong about two commits, and what calling both builds in turn from the first call on is worth.
// Usage: dotnet run -c Release --project benchmarks/CompareStudy -- compare FOLDER COUNT [equal|slower] [quiet|load]    until there are so many of each; goes on where it was cut off
//        dotnet run -c Release --project benchmarks/CompareStudy -- turns FOLDER COUNT                                  the same
//        dotnet run -c Release --project benchmarks/CompareStudy -- report FOLDER                                                 ends with 1 where equal commits failed
switch (args)
{
    case ["compare", var folder, var count, .. var only]:
        var wanted = Condition.All.Where(condition => only.All(word => word == condition.Change || word == condition.Machine)).ToList();
        await new ToolRuns(new ResultFolder(folder)).RunAsync(wanted, int.Parse(count));
        return 0;
    case ["turns", var folder, var count]:
        await TurnRuns.RunAsync(new ResultFolder(folder), int.Parse(count));
        return 0;
    case [TurnRuns.Session, var turns, var key, var before, var now, var path]:
        ResultFolder.Write(path, await TurnRuns.CompareAsync(turns, key, before, now));
        return 0;
    case ["report", var folder]:
        return Report.Print(new ResultFolder(folder)) ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: compare FOLDER COUNT [equal|slower] [quiet|load] | turns FOLDER COUNT | report FOLDER");
        return 2;
}
