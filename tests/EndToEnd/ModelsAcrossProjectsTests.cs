namespace PerfTooling.EndToEnd;

public class ModelsAcrossProjectsTests(LayeredScenario scenario) : IClassFixture<LayeredScenario>
{
    private const string Warning = "OrderQueries.cs(7,85): warning PERF101: No index on 'Order' can serve the filter on 'Email'";

    [Fact]
    public void The_build_succeeds() => scenario.Fresh.Succeeded();

    [Fact]
    public void A_query_is_judged_by_the_model_of_the_referenced_project() => Assert.Contains(In("App"), scenario.Fresh.Output, StringComparison.Ordinal);

    [Fact]
    public void A_query_is_judged_by_a_snapshot_that_is_handed_in() => Assert.Contains(In("Ordering"), scenario.Fresh.Output, StringComparison.Ordinal);

    [Fact]
    public void A_query_that_an_index_serves_is_left_alone() => Assert.DoesNotContain("OrderQueries.cs(9,", scenario.Fresh.Output, StringComparison.Ordinal);

    [Fact]
    public void While_the_model_is_missing_nothing_is_said() => Assert.DoesNotContain(In("Application"), scenario.Fresh.Output, StringComparison.Ordinal);

    [Fact]
    public void The_build_writes_the_model() => Assert.StartsWith("{\"perfAnalyzersModel\":1,\"assembly\":\"Infrastructure\"", scenario.Model, StringComparison.Ordinal);

    [Fact]
    public void A_query_is_judged_by_the_model_that_the_build_wrote() => Assert.Contains(In("Application"), scenario.Again.Output, StringComparison.Ordinal);

    [Fact]
    public void A_model_that_is_the_same_is_not_written_again() => Assert.False(scenario.ModelWasRewritten);

    [Fact]
    public void Without_the_export_the_build_succeeds() => scenario.SwitchedOff.Succeeded();

    [Fact]
    public void Without_the_export_nothing_is_said() => Assert.DoesNotContain("PERF101", scenario.SwitchedOff.Output, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_someone_else_fails_the_build() =>
        Assert.Contains("efmodel.json is not a model that PerfAnalyzers wrote, and is left as it is", scenario.WithForeignFile.Output, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_someone_else_is_left_as_it_is() => Assert.Equal(LayeredScenario.Foreign, scenario.ForeignFileAfterwards);

    private string In(string project) => Path.Combine(scenario.Shop.Folder, project, Warning);
}
