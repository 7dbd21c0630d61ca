using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class DroppedResultTests
{
    [Theory]
    [InlineData("_x * _y + 1")]
    [InlineData("_i * 31 + _j")]
    [InlineData("_i / 7")]
    [InlineData("_i > _j && _x < _y")]
    [InlineData("_i > 0 ? _i * 3 : _j")]
    [InlineData("(long)(_x * 2)")]
    [InlineData("Math.Sqrt(_x)")]
    [InlineData("Math.Pow(_x, _y)")]
    [InlineData("Math.Max(_i, _j)")]
    [InlineData("MathF.Sin((float)_x)")]
    [InlineData("System.Numerics.BitOperations.PopCount((uint)_i)")]
    public Task Discarded_arithmetic_is_reported(string expression) => VerifyMembers($"[PerfFact] public void Computes() {{ _ = {{|PERF302:{expression}|}}; }}");

    [Fact]
    public Task An_ignored_result_is_reported() => VerifyMembers("[PerfFact] public void Computes() => {|PERF302:Math.Sqrt(_x)|};");

    [Fact]
    public Task An_ignored_result_in_an_async_test_is_reported() => VerifyMembers("[PerfFact] public async Task Computes() { {|PERF302:Math.Sqrt(_x)|}; await WorkAsync(); }");

    [Fact]
    public Task A_variable_that_nothing_reads_is_reported() => VerifyMembers("[PerfFact] public void Computes() { var root = {|PERF302:Math.Sqrt(_x)|}; }");

    [Fact]
    public Task A_sum_that_nothing_reads_is_reported() => VerifyMembers("""
        [PerfFact] public void Sums() { var sum = 0; for (var i = 0; i < 1000; i++) { {|PERF302:sum += i * _j|}; } }
        """);

    [Fact]
    public Task A_hash_that_is_discarded_is_reported() => VerifyMembers("""
        [PerfFact] public void Hashes() { var hash = 17; for (var i = 0; i < 1000; i++) { {|PERF302:hash = hash * 31 + i|}; } _ = hash; }
        """);

    [Fact]
    public Task A_call_in_a_loop_is_reported() => VerifyMembers("[PerfFact] public void Sines() { for (var i = 0; i < 1000; i++) _ = {|PERF302:Math.Sin(i)|}; }");

    // The JIT keeps each of these: see docs/rules/PERF302.md.
    [Theory]
    [InlineData("_i / _j")]
    [InlineData("_i % _j")]
    [InlineData("checked(_i + _j)")]
    [InlineData("_price * 2")]
    [InlineData("Math.Round(_price, 2)")]
    [InlineData("Math.Sign(_x)")]
    [InlineData("Math.IEEERemainder(_x, _y)")]
    [InlineData("Math.Log(_x, 3)")]
    [InlineData("Math.Abs(_i)")]
    [InlineData("Math.DivRem(_i, _j)")]
    [InlineData("_array[2] + 1")]
    [InlineData("_text + _text")]
    [InlineData("_text.Contains(\"x\")")]
    [InlineData("_text == \"x\"")]
    [InlineData("_numbers.ToList()")]
    [InlineData("_numbers.Sum()")]
    [InlineData("Work() + 1")]
    [InlineData("Work()")]
    [InlineData("new object()")]
    [InlineData("_flag * 2")]
    public Task What_the_JIT_keeps_is_left_alone(string expression) => VerifyMembers($"[PerfFact] public void Computes() {{ _ = {expression}; }}");

    [Fact]
    public Task A_result_that_is_returned_is_left_alone() => VerifyMembers("[PerfFact] public double Computes() { var sum = 0.0; for (var i = 0; i < 9; i++) sum += i * _x; return sum; }");

    [Fact]
    public Task A_result_that_is_kept_in_a_field_is_left_alone() => VerifyMembers("[PerfFact] public void Computes() => _x = Math.Sqrt(_y);");

    [Fact]
    public Task A_sum_of_sines_is_left_alone() => VerifyMembers("[PerfFact] public void Sums() { var sum = 0.0; for (var i = 0; i < 1000; i++) sum += Math.Sin(i); }");

    [Fact]
    public Task Two_variables_that_feed_each_other_are_left_alone() => VerifyMembers("""
        [PerfFact] public void Sums() { var x = 0.0; var y = 1.0; for (var i = 0; i < 1000; i++) { x += Math.Sqrt(y); y = x * 3 + i; } }
        """);

    [Fact]
    public Task A_variable_that_a_condition_reads_is_left_alone() => VerifyMembers("[PerfFact] public void Counts() { var i = 0; while (i < 1000) i++; }");

    [Fact]
    public Task A_count_beside_other_work_is_left_alone() => VerifyMembers("[PerfFact] public void Counts() { var count = 0; foreach (var number in _numbers) count++; }");

    [Fact]
    public Task A_number_beside_other_work_is_left_alone() => VerifyMembers("[PerfFact] public void Works() { var unused = _i * 3; Work(); }");

    [Fact]
    public Task An_asynchronous_sum_is_left_alone() => VerifyMembers("[PerfFact] public async Task Sums() { var sum = 0; for (var i = 0; i < 9; i++) { sum += i * _j; await Task.Yield(); } }");

    [Fact]
    public Task A_field_by_another_name_is_left_alone() => VerifyMembers("[PerfFact] public void Computes() { ref var sum = ref _i; sum = _j * 3; }");

    [Fact]
    public Task A_lambda_is_left_alone() => VerifyMembers("[PerfFact] public void Computes() { _numbers.ForEach(number => Math.Sqrt(number)); }");

    [Fact]
    public Task A_number_of_ones_own_is_left_alone() => Verify("""
        public readonly record struct Money(decimal Value) { public static Money operator +(Money a, Money b) => new(a.Value + b.Value); }
        public class MoneyPerf { private Money _money; [PerfFact] public void Adds() { _ = _money + _money; } }
        """);

    [Fact]
    public Task A_test_of_xunit_is_left_alone() => VerifyMembers("[Fact] public void Computes() { _ = Math.Sqrt(_x); }");
}
