using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace PerfTool.Tests.K6;

public sealed class K6ExportCommandTests : IDisposable
{
    private const string Scenario = """
        {
          "schema": 1, "name": "orders", "budget": "orders.list",
          "steps": [{ "method": "GET", "path": "/orders", "headers": { "Authorization": "Bearer {{env:TOKEN}}" } }],
          "profiles": { "smoke": { "rate": 10, "duration": "3 s" }, "stress.users": { "users": 1, "duration": "3 s" } }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public K6ExportCommandTests()
    {
        _folder.Write("perf-budgets.json", """{ "schema": 1, "operations": { "orders.list": { "p50": { "critical": "50.5 ms" }, "p95": { "warning": "400 ms" }, "p99": { "critical": "2 s" } } } }""");
        _folder.Write("load/orders.load.json", Scenario);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_profile_gets_a_script_and_a_manifest() => Assert.Equal(
        "wrote k6/orders.smoke.k6.js\nwrote k6/orders.smoke.k6.yaml\nwrote k6/orders.stress.users.k6.js\nwrote k6/orders.stress.users.k6.yaml\n",
        (await ExportAsync("--output", "k6", "--parallelism", "1")).Output);

    [Fact]
    public async Task Thresholds_are_the_critical_limits()
    {
        await ExportAsync("--profile", "smoke");

        Assert.Contains("\"http_req_duration{operation:orders.list,expected_response:true}\": [\"p(50)<50.5\", \"p(99)<2000\"],", _folder.Read("orders.smoke.k6.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_steps_the_whole_iteration_is_held_against_the_budget()
    {
        _folder.Write("load/orders.load.json", Scenario.Replace("\"steps\": [", "\"steps\": [{ \"method\": \"GET\", \"path\": \"/\" }, ", StringComparison.Ordinal));

        await ExportAsync("--profile", "smoke");

        Assert.Contains("\"iteration_duration{operation:orders.list}\": [\"p(50)<50.5\", \"p(99)<2000\"],", _folder.Read("orders.smoke.k6.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_is_a_TestRun_of_the_operator()
    {
        await ExportAsync("--profile", "smoke", "--parallelism", "4");

        var yaml = new YamlStream();
        yaml.Load(new StringReader(_folder.Read("orders.smoke.k6.yaml")));
        var root = yaml.Documents[0].RootNode;
        Assert.Equal(
            ("k6.io/v1alpha1", "TestRun", "4", "k6-orders-smoke", "script.js", "TOKEN", "TOKEN"),
            ($"{root["apiVersion"]}", $"{root["kind"]}", $"{root["spec"]["parallelism"]}", $"{root["spec"]["script"]["configMap"]["name"]}", $"{root["spec"]["script"]["configMap"]["file"]}", $"{root["spec"]["runner"]["env"][2]["name"]}", $"{root["spec"]["runner"]["env"][2]["valueFrom"]["secretKeyRef"]["key"]}"));
    }

    [Fact]
    public async Task A_name_that_Kubernetes_does_not_know_becomes_one_it_knows()
    {
        await ExportAsync("--profile", "stress.users", "--parallelism", "1");

        Assert.Contains("  name: k6-orders-stress-users\n", _folder.Read("orders.stress.users.k6.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_gets_into_no_command()
    {
        _folder.Write("load/a $(rm x) b.load.json", Scenario);

        var run = await Tool.RunAsync(_folder.Path, "k6", "export", "load/a $(rm x) b.load.json", "--profile", "smoke");

        Assert.Equal("wrote a---rm-x--b.smoke.k6.js\nwrote a---rm-x--b.smoke.k6.yaml\n", run.Output);
        Assert.Contains("# kubectl apply -f a---rm-x--b.smoke.k6.yaml\n", _folder.Read("a---rm-x--b.smoke.k6.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_export_is_replaced_and_a_file_of_the_users_is_not()
    {
        await ExportAsync("--profile", "smoke");
        Assert.Equal(0, (await ExportAsync("--profile", "smoke")).ExitCode);
        _folder.Write("orders.smoke.k6.js", "// mine");

        var run = await ExportAsync("--profile", "smoke");

        Assert.Equal((2, "perftool: orders.smoke.k6.js is there already, and perftool did not make it: name another file, or pass --force to replace it.\n", "// mine"), (run.ExitCode, run.Error, _folder.Read("orders.smoke.k6.js")));
    }

    [Fact]
    public async Task What_was_written_is_told_in_JSON()
    {
        var run = await ExportAsync("--profile", "smoke", "--json");

        Assert.Equal("orders.smoke.k6.js", JsonDocument.Parse(run.Output).RootElement.GetProperty("written")[0].GetString());
    }

    [Theory]
    [InlineData("perftool: load/orders.load.json: there is no profile 'smok' Did you mean 'smoke'?", "--profile", "smok")]
    [InlineData("perftool: --parallelism 2: the profile 'stress.users' has fewer users than that", "--parallelism", "2")]
    [InlineData("--parallelism is from 1 to 1000.", "--parallelism", "0")]
    [InlineData("there is no such file", "--budgets", "gone.json")]
    public async Task What_cannot_be_exported_is_told_and_nothing_is_written(string words, params string[] options)
    {
        var run = await ExportAsync(options);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.k6.*"));
    }

    [Fact]
    public async Task An_operation_that_the_budgets_have_not_is_told()
    {
        _folder.Write("load/orders.load.json", Scenario.Replace("orders.list", "order.list", StringComparison.Ordinal));

        Assert.Contains("there is no operation 'order.list' Did you mean 'orders.list'?", (await ExportAsync()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_without_a_budget_says_that_its_latency_is_held_against_nothing()
    {
        _folder.Write("load/orders.load.json", Scenario.Replace("\"budget\": \"orders.list\",", "", StringComparison.Ordinal));

        Assert.Equal("The scenario names no budget: k6 holds its latency against nothing.\n", (await ExportAsync("--profile", "smoke")).Error);
    }

    [Fact]
    public async Task A_scenario_that_is_wrong_is_told_by_its_line()
    {
        _folder.Write("load/orders.load.json", "{ \"schema\": 1,\n  \"nam\": 1 }");

        Assert.StartsWith("perftool: load/orders.load.json(2): unknown property [nam]", (await ExportAsync()).Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> ExportAsync(params string[] options) => Tool.RunAsync(_folder.Path, ["k6", "export", "load/orders.load.json", .. options]);
}
