using PerfTool.Cli;

return await PerfToolCommand.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
