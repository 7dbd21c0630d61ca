using PerfTooling.LoadAccuracy;

// Whether load tests say what is true, how much load they can offer, and what they keep.
// Usage: dotnet run -c Release --project benchmarks/LoadAccuracy                  percentiles beside the true ones: 5 minutes
//        dotnet run -c Release --project benchmarks/LoadAccuracy -- wrk           beside wrk, which has to be installed: 3 minutes
//        dotnet run -c Release --project benchmarks/LoadAccuracy -- soak          10,000 requests a second, and the memory: 2 minutes
switch (args)
{
    case ["server"]:
        await StandInServer.RunAsync();
        break;
    case []:
        await Accuracy.RunAsync();
        break;
    case ["wrk"]:
        await BesideWrk.RunAsync();
        break;
    case ["soak"]:
        await Soak.RunAsync();
        break;
    default:
        Console.Error.WriteLine($"Unknown arguments: {string.Join(' ', args)}. Say nothing, wrk or soak.");
        return 2;
}

return 0;
