using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class WorkLeftUndoneTests
{
    [Fact]
    public Task An_iterator_is_reported() => VerifyMembers("[PerfFact] public IEnumerable<int> {|PERF309:Numbers|}() { yield return Work(); }");

    [Fact]
    public Task An_asynchronous_iterator_is_reported() => VerifyMembers("[PerfFact] public async IAsyncEnumerable<int> {|PERF309:Numbers|}() { await WorkAsync(); yield return 1; }");

    [Theory]
    [InlineData("IEnumerable<int>", "=> {|PERF309:_numbers.Where(n => n > Work())|};")]
    [InlineData("object", "=> {|PERF309:_numbers.OrderBy(n => n).Select(n => n + 1)|};")]
    [InlineData("void", "{ _ = {|PERF309:_numbers.Select(n => Math.Sqrt(n))|}; }")]
    [InlineData("void", "{ var many = {|PERF309:Enumerable.Range(1, 100).Select(n => n * 2)|}; }")]
    public Task A_sequence_that_nobody_enumerates_is_reported(string result, string body) => VerifyMembers($"[PerfFact] public {result} Composes() {body}");

    [Theory]
    [InlineData("List<int>", "=> _numbers.Where(n => n > 3).ToList();")]
    [InlineData("int", "=> _numbers.Count(n => n > 3);")]
    [InlineData("IEnumerable<int>", "=> _numbers.ToArray();")]
    [InlineData("IQueryable<int>", "=> _query.Where(n => n > 3);")]
    [InlineData("IEnumerable<int>", "=> _numbers.ToArray().Select(n => n + 1);")]
    [InlineData("IEnumerable<int>", "{ var numbers = Enumerable.Repeat(Work(), 3).ToList(); return numbers.Where(n => n > 3); }")]
    [InlineData("int", "{ var many = _numbers.Select(n => n + 1); return many.Sum(); }")]
    [InlineData("void", "{ foreach (var number in _numbers.Where(n => n > 3)) Work(); }")]
    public Task A_sequence_that_is_enumerated_or_comes_of_work_is_left_alone(string result, string body) => VerifyMembers($"[PerfFact] public {result} Works() {body}");

    [Theory]
    [InlineData("void", "=> {|PERF309:WorkAsync()|};")]
    [InlineData("Task", "{ {|PERF309:WorkAsync()|}; return Task.CompletedTask; }")]
    [InlineData("void", "{ {|PERF309:new ValueTask<int>(3).AsTask()|}; }")]
    public Task A_task_that_nobody_awaits_is_reported(string result, string body) => VerifyMembers($"[PerfFact] public {result} Starts() {body}");

    [Theory]
    [InlineData("Task", "=> WorkAsync();")]
    [InlineData("void", "=> WorkAsync().Wait();")]
    [InlineData("void", "{ _ = WorkAsync(); }")]
    [InlineData("void", "{ Task.Run(Work); Work(); }")]
    [InlineData("int", "{ WorkAsync(); return Work(); }")]
    [InlineData("void", "{ _numbers.ForEach(n => WorkAsync()); }")]
    [InlineData("async Task", "{ WorkAsync(); await WorkAsync(); }")]
    public Task A_task_that_is_awaited_or_dropped_on_purpose_is_left_alone(string result, string body) => VerifyMembers($"[PerfFact] public {result} Works() {body}");
}
