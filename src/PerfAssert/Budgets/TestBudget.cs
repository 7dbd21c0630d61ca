using PerfBudgets;

namespace PerfAssert.Budgets;

/// <summary>The budget a test names, and the file it stands in.</summary>
internal sealed record TestBudget(OperationBudget Operation, string File)
{
    /// <summary>Names another file than the nearest one.</summary>
    public const string FileVariable = "PERF_BUDGETS";

    /// <summary>The budget, wherever the test's file for it is; null where the test names none.</summary>
    /// <param name="operation">The operation that the test names; null for none.</param>
    /// <param name="test">The test's name, for messages.</param>
    /// <param name="directory">The project's directory, or where its built tests are.</param>
    /// <exception cref="PerfTestException">There is no perf-budgets.json.</exception>
    /// <exception cref="BudgetException">It cannot be read, or does not have the operation.</exception>
    public static TestBudget? Find(string? operation, string test, string directory)
    {
        if (operation is null)
            return null;
        var path = Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named ? named : BudgetFile.Find(directory);
        if (path is null)
        {
            throw new PerfTestException(
                $"{test} sets {nameof(PerfPolicy.Budget)} = \"{operation}\", and there is no {BudgetFile.FileName} in {directory} or above it, up to the root of the repository. "
                + $"Create one: {{ \"schema\": {BudgetFile.Schema}, \"operations\": {{ \"{operation}\": {{ \"p95\": {{ \"target\": \"200 ms\", \"critical\": \"1 s\" }} }} }} }}");
        }

        return new TestBudget(BudgetFile.Read(path).Get(operation), Path.GetRelativePath(directory, path));
    }
}
