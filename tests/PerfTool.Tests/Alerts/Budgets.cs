using System.Text;
using PerfBudgets;

namespace PerfTool.Tests.Alerts;

/// <summary>The budgets of the sample, which are the seed of all figures.</summary>
internal static class Budgets
{
    public static string Folder { get; } = FindFolder();

    public static BudgetFile Sample { get; } = BudgetFile.Read(Path.Combine(Folder, BudgetFile.FileName));

    /// <summary>Budgets of operations alone.</summary>
    public static BudgetFile Of(string operations) => BudgetFile.Parse(Encoding.UTF8.GetBytes($$"""{ "schema": 1, "operations": {{operations}} }"""), BudgetFile.FileName);

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "samples", "Congregation")))
                return Path.Combine(folder.FullName, "samples", "Congregation");
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has samples/Congregation.");
    }
}
