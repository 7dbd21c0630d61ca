using PerfBudgets;
using PerfTool.Cli;

namespace PerfTool.Imports;

/// <summary>Which operation each metric is held against.</summary>
/// <param name="File">The file, for the reader.</param>
/// <param name="Operations">By metric.</param>
internal sealed record ImportBudgets(string File, IReadOnlyDictionary<string, OperationBudget> Operations)
{
    /// <summary>No metric has one.</summary>
    public static ImportBudgets None { get; } = new("", new Dictionary<string, OperationBudget>());

    /// <summary>Those the user named as OPERATION=METRIC, and operations that are called like a metric.</summary>
    /// <exception cref="ToolException">An operation, a metric or the file is not there, or the file is not understood.</exception>
    public static ImportBudgets Of(Terminal terminal, Imported imported, IReadOnlyList<string> named)
    {
        if (BudgetFile.Find(terminal.Directory) is not { } path)
        {
            return named.Count == 0 ? None
                : throw new ToolException($"There is no {BudgetFile.FileName} in {terminal.Directory} or above it, and --budget names an operation of one. docs/budgets.md shows what goes in.");
        }

        try
        {
            var file = BudgetFile.Read(path);
            var operations = imported.Metrics
                .Select(metric => (metric.Name, Operation: metric.OperationNames.Select(name => file.Operations.GetValueOrDefault(name)).FirstOrDefault(operation => operation is not null)))
                .Where(one => one.Operation is not null).ToDictionary(one => one.Name, one => one.Operation!);
            foreach (var pair in named)
            {
                if (pair.Split('=', 2) is not [{ Length: > 0 } operation, { Length: > 0 } metric])
                    throw new ToolException($"--budget {pair}: it has the form OPERATION=METRIC, for example conversations.list=http_req_duration.");
                if (!imported.Metrics.Any(one => one.Name == metric && one.Times is not null))
                    throw new ToolException($"--budget {pair}: the file has no times of '{metric}'. It has: {string.Join(", ", imported.Metrics.Where(one => one.Times is not null).Select(one => one.Name).Take(20))}.");
                operations[metric] = file.Get(operation);
            }

            return new ImportBudgets(terminal.Shown(path).Replace('\\', '/'), operations);
        }
        catch (BudgetException e)
        {
            throw new ToolException(e.Message.ReplaceLineEndings(" "), e);
        }
    }
}
