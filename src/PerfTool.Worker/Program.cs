using PerfTool.Worker;

// Runs in a process of its own, started by perftool: see WorkerArguments.
var channel = new Channel();
try
{
    var arguments = WorkerArguments.Parse(args);
    TestOutput.ResolveFrom(Path.GetDirectoryName(arguments.Now)!);
    return await Work.RunAsync(arguments, channel);
}
catch (Exception e) when (e is MissingMethodException or MissingFieldException or TypeLoadException)
{
    channel.Send(new { kind = "error", message = $"their PerfAssert is of another version than perftool ({typeof(Channel).Assembly.GetName().Version?.ToString(3)}): update both to the same. {e.Message.ReplaceLineEndings(" ")}" });
    return 1;
}
#pragma warning disable CA1031 // Whatever it is, the tool has to tell the user.
catch (Exception e)
#pragma warning restore CA1031
{
    channel.Send(new { kind = "error", message = $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}" });
    return 1;
}
