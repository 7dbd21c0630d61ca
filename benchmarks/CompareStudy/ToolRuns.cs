using PerfTooling.Benchmarks;

namespace PerfTooling.CompareStudy;

/// <summary>Runs the packed tool, as a user does, and keeps the results files it leaves.</summary>
internal sealed class ToolRuns(ResultFolder results)
{
    public async Task RunAsync(IReadOnlyList<Condition> conditions, int count)
    {
        using var repository = await StudyRepository.CreateAsync();
        for (var run = 0; run < count; run++)
        {
            foreach (var condition in conditions)
            {
                var path = results.PathOf($"{condition.Change}-{condition.Machine}", run);
                if (File.Exists(path))
                    continue;
                Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {condition.Change}, {condition.Machine}: {run + 1} of {count}");
                await using var load = new ProcessorLoad(condition.UnderLoad);
                ResultFolder.Write(path, System.Text.Json.Nodes.JsonNode.Parse(await repository.CompareAsync(condition.Change)));
            }
        }
    }
}
