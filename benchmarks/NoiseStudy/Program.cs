using System.Diagnostics;
using PerfTooling.Benchmarks;
using PerfTooling.NoiseStudy;

// How often the verdicts are wrong. Records raw traces in fresh processes, then replays the verdicts over them.
// Usage: dotnet run -c Release --project benchmarks/NoiseStudy -- record FOLDER SESSIONS [load]    until each workload has so many; goes on where it was cut off
//        dotnet run -c Release --project benchmarks/NoiseStudy -- report FOLDER
switch (args)
{
    case ["record", var folder, var sessions]:
        return await Record(folder, int.Parse(sessions), underLoad: false);
    case ["record", var folder, var sessions, "load"]:
        return await Record(folder, int.Parse(sessions), underLoad: true);
    case ["session", var name, var path]:
        TraceFolder.Write(path, await Session.RecordAsync(Workload.All.Single(workload => workload.Name == name)));
        return 0;
    case ["report", var folder]:
        Report.Print(folder);
        return 0;
    default:
        Console.Error.WriteLine("Usage: record FOLDER SESSIONS [load] | report FOLDER");
        return 2;
}

static async Task<int> Record(string folder, int sessions, bool underLoad)
{
    var traces = new TraceFolder(Path.GetFullPath(folder), underLoad);
    await using var load = new ProcessorLoad(underLoad);
    for (var session = 0; session < sessions; session++)
    {
        foreach (var workload in Workload.All)
        {
            var path = traces.PathOf(workload, session);
            if (File.Exists(path))
                continue;
            Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {workload.Name} {session + 1} of {sessions}{(underLoad ? ", under load" : "")}");
            using var process = Process.Start(Environment.ProcessPath!, ["session", workload.Name, path]);
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                return process.ExitCode;
        }
    }

    return 0;
}
