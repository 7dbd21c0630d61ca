using PerfTool.Cli;
using PerfTool.Commands;

return await PerfToolCommand.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
