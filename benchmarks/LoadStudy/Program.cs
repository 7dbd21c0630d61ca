using PerfTooling.Benchmarks;
using PerfTooling.LoadStudy;

// How often the baseline of a load test is wrong about a system that did not change, and how often it sees one that did.
// Usage: dotnet run -c Release --project benchmarks/LoadStudy -- run FOLDER COUNT     until there are so many sessions of each kind; goes on where it was cut off
//        dotnet run -c Release --project benchmarks/LoadStudy -- report FOLDER        ends with 1 where equal sessions failed
switch (args)
{
    case ["run", var folder, var count]:
        await Runs.RunAsync(new ResultFolder(folder), int.Parse(count));
        return 0;
    case [Runs.Session, var workload, var pace, var machine, var path]:
        ResultFolder.Write(path, await Session.RunAsync(new Condition(workload, pace, machine)));
        return 0;
    case ["report", var folder]:
        return Report.Print(new ResultFolder(folder)) ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: run FOLDER COUNT | report FOLDER");
        return 2;
}
