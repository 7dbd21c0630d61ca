using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class BaselineTests
{
    private const string Cart = "namespace Shop; public class CartPerf { [PerfFact] public int Adds() => Environment.TickCount; }";

    private const string UncheckedCart = "namespace Shop; public class CartPerf { [PerfFact] public int {|PERF305:Adds|}() => Environment.TickCount; }";

    [Fact]
    public Task A_test_without_an_entry_is_reported() => VerifyBaselines(UncheckedCart);

    [Fact]
    public Task A_test_with_an_entry_is_left_alone() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net10.0"));

    [Fact]
    public Task An_entry_of_another_target_framework_counts() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net8.0"));

    [Fact]
    public Task An_entry_of_any_row_counts_for_a_theory() => VerifyBaselines(
        "namespace Shop; public class CartPerf { [PerfTheory, InlineData(1)] public int Adds(int i) => Environment.TickCount; }", File("Shop.CartPerf.Adds#1f3a9c2b7d40 @net10.0"));

    [Fact]
    public Task A_skipped_test_needs_no_entry() => VerifyBaselines("public class CartPerf { [PerfFact(Skip = \"later\")] public int Adds() => 1; }");

    [Fact]
    public Task A_test_that_is_compared_with_another_method_needs_no_entry() => VerifyBaselines(
        "public class CartPerf { [PerfFact(RelativeTo = nameof(Old))] public int Adds() => Environment.TickCount; public int Old() => 1; }");

    [Fact]
    public Task An_inherited_test_is_reported_at_the_class_that_runs_it() => VerifyBaselines("""
        namespace Shop;
        public abstract class Base<T> { [PerfFact] public int Adds() => Environment.TickCount; }
        public class First : Base<int> { }
        public class {|PERF305:Second|} : Base<string> { }
        """, File("Shop.First.Adds @net10.0"));

    [Fact]
    public Task A_nested_class_is_known_by_its_outer_class() => VerifyBaselines(
        "namespace Shop; public class Outer { public class Inner { [PerfFact] public int Adds() => Environment.TickCount; } }", File("Shop.Outer+Inner.Adds @net10.0"));

    [Fact]
    public Task A_namespace_named_like_a_keyword_is_known_by_its_name() => VerifyBaselines(
        "namespace Shop.@event; public class CartPerf { [PerfFact] public int Adds() => 1; }", File("Shop.event.CartPerf.Adds @net10.0"));

    [Fact]
    public Task A_class_without_namespace_is_known_by_its_name() => VerifyBaselines("public class CartPerf { [PerfFact] public int Adds() => 1; }", File("CartPerf.Adds @net10.0"));

    [Fact]
    public Task Where_a_file_is_corrupt_nothing_is_missing() => VerifyBaselines(Cart, ("/0/CartPerf.perf.json", "{ \"Shop.CartPerf.Adds @net10.0\": { \"name\": oops"));

    [Fact]
    public Task Where_the_targets_are_off_nothing_is_missing() => VerifyBaselines((string?)null, Cart);

    [Fact]
    public Task A_source_outside_the_project_has_its_baseline_elsewhere() => VerifyBaselines("/Shop/", Cart);

    [Fact]
    public Task An_entry_of_a_load_test_is_left_alone() => VerifyBaselines(
        "namespace Shop; public class CartLoad { [LoadFact(Rate = 50)] public Task Adds(PerfAssert.Loads.LoadIteration iteration) => Task.CompletedTask; }", File("Shop.CartLoad.Adds @net10.0"));

    [Fact]
    public Task An_entry_of_a_load_test_with_an_attribute_of_ones_own_is_not_dangling() => VerifyBaselines(
        "namespace Shop; public sealed class StagingLoadFactAttribute : LoadFactAttribute; public class CartLoad { [StagingLoadFact(Rate = 50)] public Task Adds() => Task.CompletedTask; }", File("Shop.CartLoad.Adds @net10.0"));

    [Fact]
    public Task An_entry_of_a_removed_test_is_reported() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net10.0", "{|PERF306:Shop.CartPerf.Removes @net10.0|}"));

    [Fact]
    public Task An_entry_of_a_row_of_a_removed_theory_is_reported() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net10.0", "{|PERF306:Shop.CartPerf.Removes#1f3a9c2b7d40 @net10.0|}"));

    [Fact]
    public Task An_entry_of_a_removed_class_is_reported() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net10.0", "{|PERF306:Shop.TillPerf.Adds @net10.0|}"));

    [Fact]
    public Task An_entry_of_a_method_that_is_no_perf_test_is_reported() => VerifyBaselines(
        "public class CartPerf { [Fact] public void Adds() { } }", File("{|PERF306:CartPerf.Adds @net10.0|}"));

    [Fact]
    public Task An_entry_of_an_abstract_class_is_reported() => VerifyBaselines(
        "public abstract class CartPerf { [PerfFact] public void Adds() { } }", File("{|PERF306:CartPerf.Adds @net10.0|}"));

    [Fact]
    public Task A_class_whose_base_class_cannot_be_found_is_left_alone() => VerifyBaselines(
        "public class CartPerf : {|CS0246:Missing|} { }", File("CartPerf.Adds @net10.0"));

    [Fact]
    public Task An_override_of_a_test_is_a_test() => VerifyBaselines("""
        public abstract class Base { [PerfFact] public abstract void Adds(); }
        public class CartPerf : Base { public override void Adds() { } }
        """, File("CartPerf.Adds @net10.0"));

    [Fact]
    public Task A_skipped_tests_entry_is_left_alone() => VerifyBaselines("public class CartPerf { [PerfFact(Skip = \"later\")] public void Adds() { } }", File("CartPerf.Adds @net10.0"));

    [Fact]
    public Task Entries_of_another_target_framework_are_left_alone() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net10.0", "Shop.CartPerf.Removes @net8.0"));

    [Fact]
    public Task Entries_of_tests_in_code_of_another_configuration_are_left_alone() => VerifyBaselines("""
        namespace Shop; public class CartPerf {
        #if RELEASE_ONLY
            [PerfFact] public int Adds() => Environment.TickCount;
        #endif
        }
        """, File("Shop.CartPerf.Adds @net10.0"));

    [Fact]
    public Task A_file_in_a_folder_without_sources_may_be_another_projects() => VerifyBaselines(Cart, File("Shop.CartPerf.Adds @net10.0"), ("/0/Other/OtherPerf.perf.json", Text("Other.OtherPerf.Runs @net10.0")));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"Shop.CartPerf.Removes @net10.0\": {}, \"schema\": 2 }")]
    [InlineData("{ \"Shop.CartPerf.Removes @net10.0\": {} }")]
    [InlineData("<<<<<<< HEAD\n{ \"schema\": 1 }")]
    public Task A_file_that_cannot_be_read_is_left_to_the_tests(string text) => VerifyBaselines(Cart, ("/0/CartPerf.perf.json", text));

    [Fact]
    public Task Other_files_are_left_alone() => VerifyBaselines((string?)null, Cart, ("/0/CartPerf.json", Text("Shop.CartPerf.Removes @net10.0")));

    private static (string, string) File(params string[] keys) => ("/0/CartPerf.perf.json", Text(keys));

    /// <summary>As BaselineWriter writes it. A marker stands inside the key's quotation marks here, and around them in the file.</summary>
    private static string Text(params string[] keys) =>
        "{\n" + string.Concat(keys.Select(key => $$"""  {{Quoted(key)}}: { "name": "a {\"b\"}", "machines": { "x64": { "min": 1.5e3, "p": [null, true, -2] } } },""" + "\n")) + "  \"schema\": 1\n}\n";

    private static string Quoted(string key) => key.StartsWith("{|", StringComparison.Ordinal) ? key.Replace(":", ":\"", StringComparison.Ordinal).Replace("|}", "\"|}", StringComparison.Ordinal) : $"\"{key}\"";
}
