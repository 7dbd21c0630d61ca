using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

/// <summary>An editor shows source that does not compile most of the time, and anyone may edit a baseline. The analyzers must not mind.</summary>
public class BrokenSourceTests
{
    private const string Source = """
        namespace Shop;
        public abstract class Base<T> { [PerfFact] public virtual void Runs() { } [PerfFact] public abstract Task Awaits(); }
        public class CartPerf : Base<int>
        {
            private double _x = 2; private int _i = 3; private List<int> _numbers = new();
            [PerfFact] public override async Task Awaits() { await Task.Delay(_i).ConfigureAwait(false); }
            [PerfFact(Timeout = 3)] public async void Voids() => await Task.Yield();
            [PerfFact] public void Sums() { var sum = 0; for (var i = 0; i < 10; i++) { sum += i * _i; } _ = sum; }
            [PerfFact] public void Roots() { _ = _i > 3 ? Math.Sqrt(_x) : Math.Max(_x, 2); }
            [PerfFact] public IEnumerable<int> Composes() => _numbers.Where(n => n > _i).Select(n => n + 1);
            [PerfTheory, InlineData(1)] public IEnumerable<int> Yields(int i) { yield return i; Thread.Sleep(3); }
            [PerfFact] public Task Starts() { Task.Run(() => _i++); return Task.CompletedTask; }
            [PerfFact] public int Reads() => _i;
            [PerfFact] public void Asserts() { Assert.Equal(3, _i); Debug.Assert(true); }
        #if DEBUG && !ABC
            [PerfFact] public int Debugs() => _numbers.Count;
        #elif ABC
            [PerfFact] public int Others() => 3;
        #endif
        }
        """;

    private const string Baseline = """
        {
          "Shop.CartPerf.Sums @net10.0": { "name": "a {\"b\"}", "machines": { "x64": { "min": 1.5e3, "p": [null, true, -2] } } },
          "Shop.CartPerf.Yields#1f3a9c2b7d40 @net10.0": { "name": "c", "machines": { } },
          "Shop.CartPerf.Gone @net10.0": { },
          "schema": 1
        }
        """;

    private static readonly SyntaxToken[] s_tokens = [.. CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens()];

    [Fact]
    public async Task The_unbroken_source_is_reported_on() =>
        Assert.Equal(
            ["PERF301", "PERF302", "PERF303", "PERF304", "PERF305", "PERF306", "PERF308", "PERF309"],
            (await ReportedAsync(Source, Baseline)).Distinct().Order());

    [Fact]
    public Task Dropped_tokens_do_no_harm() =>
        Gen.Int[0, s_tokens.Length - 1].Array[1, 6].SampleAsync(
            dropped => ReportedAsync(Write(s_tokens.Where((_, i) => !dropped.Contains(i))), Baseline),
            iter: 100);

    [Fact]
    public Task Swapped_tokens_do_no_harm() =>
        Gen.Select(Gen.Int[0, s_tokens.Length - 1], Gen.Int[0, s_tokens.Length - 1]).Array[1, 3].SampleAsync(
            swaps =>
            {
                var tokens = s_tokens.ToArray();
                foreach (var (a, b) in swaps)
                    (tokens[a], tokens[b]) = (tokens[b], tokens[a]);
                return ReportedAsync(Write(tokens), Baseline);
            },
            iter: 100);

    [Fact]
    public Task Source_that_ends_anywhere_does_no_harm() => Gen.Int[0, Source.Length].SampleAsync(length => ReportedAsync(Source[..length], Baseline), iter: 100);

    [Fact]
    public Task Baselines_with_other_characters_do_no_harm() =>
        Gen.Select(Gen.Int[0, Baseline.Length - 1], Gen.Char.AlphaNumeric, Gen.Int[0, 3]).Array[1, 4].SampleAsync(
            edits =>
            {
                var text = Baseline;
                foreach (var (at, character, removed) in edits)
                    text = at >= text.Length ? text : text[..at] + character + text[Math.Min(text.Length, at + removed)..];
                return ReportedAsync(Source, text);
            },
            iter: 100);

    [Theory]
    [InlineData("class C : C { [PerfFact] public void F() { } }")]
    [InlineData("class C { [PerfFact] public void F() => Math.Sqrt(); }")]
    [InlineData("class C { [PerfFact] public Missing F() => Missing.Of(this).Where(x => x); [PerfFact] void }")]
    [InlineData("class C { [PerfFact( public void F() { _ = Math.Max(1, ); } }")]
    [InlineData("class C { [PerfFact] [PerfTheory] [PerfFact] public void F() { F(F()); } }")]
    [InlineData("class C { class PerfFactAttribute { } [PerfFact] public void F() { } }")]
    public Task Code_with_errors_does_no_harm(string source) => ReportedAsync(source, Baseline);

    [Theory]
    [InlineData("_ = ", "_i + ", "1;")]
    [InlineData("_ = ", "(", "1")]
    [InlineData("", "if (_i > 0) { ", "Work();")]
    [InlineData("_numbers", ".Where(n => n > 1)", ".ToList();")]
    public Task Code_nested_by_the_thousand_does_no_harm(string start, string repeated, string end) =>
        ReportedAsync($"[PerfFact] public void Nested() {{ {start}{string.Concat(Enumerable.Repeat(repeated, 1_500))}{end} }}", Baseline);

    [Fact]
    public Task A_baseline_nested_by_the_thousand_does_no_harm() => ReportedAsync(Source, $$"""{ "Shop.CartPerf.Sums @net10.0": {{new string('[', 100_000)}} """);

    private static string Write(IEnumerable<SyntaxToken> tokens) => string.Concat(tokens.Select(token => token.ToFullString()));
}
