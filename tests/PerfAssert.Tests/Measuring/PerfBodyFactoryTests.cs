using System.Runtime.CompilerServices;
using PerfAssert.Measuring;

namespace PerfAssert.Tests.Measuring;

public class PerfBodyFactoryTests
{
    [Theory]
    [InlineData(nameof(Subject.Void))]
    [InlineData(nameof(Subject.Number))]
    [InlineData(nameof(Subject.Text))]
    [InlineData(nameof(Subject.Static))]
    [InlineData(nameof(Subject.ATask))]
    [InlineData(nameof(Subject.ATaskOfInt))]
    [InlineData(nameof(Subject.AValueTask))]
    [InlineData(nameof(Subject.AValueTaskOfInt))]
    [InlineData("Private")]
    [InlineData(nameof(SubjectBase.Inherited))]
    public async Task Calls_a_method_of_any_kind_as_often_as_asked(string method)
    {
        var subject = new Subject();
        await Create(subject, method).RunAsync(3);
        Assert.Equal(3, subject.Calls);
    }

    [Theory]
    [InlineData(nameof(Subject.ThrowsInTask))]
    [InlineData(nameof(Subject.ThrowsInValueTask))]
    [InlineData(nameof(Subject.ThrowsInValueTaskOfInt))]
    [InlineData(nameof(Subject.Throws))]
    [InlineData(nameof(Subject.ThrowsInNumber))]
    public async Task Passes_on_what_the_method_throws_even_after_an_await(string method) =>
        await Assert.ThrowsAsync<TimeoutException>(async () => await Create(new Subject(), method).RunAsync(1));

    [Fact]
    public async Task Binds_arguments()
    {
        var subject = new Subject();
        await Create(subject, nameof(Subject.Add), 4, null).RunAsync(2);
        Assert.Equal(8, subject.Calls);
    }

    [Fact]
    public async Task Keeps_the_result_so_that_the_work_behind_it_cannot_be_dropped()
    {
        var body = (FuncBody<string>)Create(new Subject(), nameof(Subject.Text));
        await body.RunAsync(2);
        Assert.Equal("2", body.Kept);
    }

    [Theory]
    [InlineData(nameof(Subject.AsyncVoid), "async void")]
    [InlineData(nameof(Subject.ByReference), "by reference")]
    [InlineData(nameof(Subject.ReturnsSpan), "by reference")]
    [InlineData(nameof(Subject.Yields), "neither Task nor ValueTask")]
    public void Refuses_what_cannot_be_measured_and_says_why(string method, string reason) =>
        Assert.Contains(reason, Assert.Throws<PerfTestException>(() => Create(new Subject(), method)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Private", 1)]
    [InlineData(nameof(Subject.Static), 1)]
    [InlineData(nameof(SubjectBase.Inherited), 1)]
    [InlineData(nameof(Subject.ATask), 1)]
    public async Task Finds_the_method_to_compare_with_whatever_it_is(string name, int calls)
    {
        var subject = new Subject();
        Subject.Current.Value = subject;
        await Reference(subject, nameof(Subject.Void), name).Body.RunAsync(1);
        Assert.Equal(calls, subject.Calls);
    }

    [Fact]
    public async Task Finds_the_method_to_compare_with_by_its_parameters()
    {
        var subject = new Subject();
        await Reference(subject, nameof(Subject.Add), nameof(Subject.Multiply), 4, null).Body.RunAsync(1);
        Assert.Equal(40, subject.Calls);
    }

    [Theory]
    [InlineData(nameof(Subject.Void), "Nowhere", "no such method")]
    [InlineData(nameof(Subject.Void), nameof(Subject.Add), "no such method with no parameters")]
    [InlineData(nameof(Subject.Void), nameof(Subject.Void), "compared with itself")]
    [InlineData(nameof(Subject.Static), nameof(Subject.Void), "static")]
    [InlineData(nameof(Subject.Void), nameof(Subject.AsyncVoid), "async void")]
    public void A_method_that_cannot_be_compared_with_is_refused(string test, string name, string reason) =>
        Assert.Contains(reason, Assert.Throws<PerfTestException>(() => Reference(test == nameof(Subject.Static) ? null : new Subject(), test, name)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(Subject.Note))]
    [InlineData(nameof(Subject.NoteAsync))]
    [InlineData(nameof(Subject.NoteLaterAsync))]
    public async Task Calls_around_a_batch_what_is_named(string hook)
    {
        var subject = new Subject();
        var body = PerfBodyFactory.Prepare(Create(subject, nameof(Subject.Void)), subject, typeof(Subject), hook, nameof(Subject.NoteCalls));
        await body.PrepareAsync(3);
        await body.RunAsync(3);
        await body.CleanUpAsync(3);
        Assert.Equal(["before at 0", "after 3 calls at 3"], subject.Notes);
    }

    [Fact]
    public async Task Passes_on_what_is_thrown_before_a_batch() =>
        await Assert.ThrowsAsync<TimeoutException>(async () => await PerfBodyFactory.Prepare(Create(new Subject(), nameof(Subject.Void)), new Subject(), typeof(Subject), nameof(Subject.Throws), null).PrepareAsync(1));

    [Theory]
    [InlineData("Nowhere")]
    [InlineData(nameof(Subject.Number))]
    [InlineData(nameof(Subject.Add))]
    [InlineData(nameof(Subject.AsyncVoid))]
    public void A_method_that_cannot_be_called_around_a_batch_is_refused(string name) =>
        Assert.Contains(name, Assert.Throws<PerfTestException>(() => PerfBodyFactory.Prepare(Create(new Subject(), nameof(Subject.Void)), new Subject(), typeof(Subject), name, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_anything_to_call_a_body_stays_what_it_is()
    {
        var body = Create(new Subject(), nameof(Subject.Void));
        Assert.Same(body, PerfBodyFactory.Prepare(body, null, typeof(Subject), null, null));
    }

    private static PerfReference Reference(Subject? subject, string test, string name, params object?[] arguments) =>
        PerfBodyFactory.CreateReference(subject, typeof(Subject), typeof(Subject).GetMethod(test)!, name, arguments);

    private static PerfBody Create(Subject subject, string name, params object?[] arguments)
    {
        var method = typeof(Subject).GetMethod(name, (System.Reflection.BindingFlags)(4 | 8 | 16 | 32))!;
        Subject.Current.Value = subject;
        return PerfBodyFactory.Create(method.IsStatic ? null : subject, method, arguments);
    }

    private abstract class SubjectBase
    {
        public int Calls { get; protected set; }

        public void Inherited() => Calls++;
    }

    private sealed class Subject : SubjectBase
    {
        public static readonly AsyncLocal<Subject> Current = new();

        public static void Static() => Current.Value!.Calls++;

        public void Void() => Calls++;

        public int Number() => Calls++;

        public string Text() => (++Calls).ToString(System.Globalization.CultureInfo.InvariantCulture);

        public async Task ATask() { await Task.Yield(); Calls++; }

        public async Task<int> ATaskOfInt() { await Task.Yield(); return Calls++; }

        public async ValueTask AValueTask() { await Task.Yield(); Calls++; }

        public async ValueTask<int> AValueTaskOfInt() { await Task.Yield(); return Calls++; }

        private void Private() => Calls++;

        public void Add(int number, string? text) => Calls += number + (text?.Length ?? 0);

        public void Multiply(int number, string? text) => Calls += (number * 10) + (text?.Length ?? 0);

        public void Multiply() => Calls = -1;

        public List<string> Notes { get; } = [];

        public void Note() => Notes.Add($"before at {Calls}");

        public ValueTask NoteAsync() { Note(); return default; }

        public async Task NoteLaterAsync() { await Task.Yield(); Note(); }

        public void NoteCalls(long calls) => Notes.Add($"after {calls} calls at {Calls}");

        public void Throws() => throw new TimeoutException();

        public int ThrowsInNumber() => throw new TimeoutException();

        public async Task ThrowsInTask() { await Task.Yield(); throw new TimeoutException(); }

        public async ValueTask ThrowsInValueTask() { await Task.Yield(); throw new TimeoutException(); }

        public async ValueTask<int> ThrowsInValueTaskOfInt() { await Task.Yield(); throw new TimeoutException(); }

        public async void AsyncVoid() => await Task.Yield();

        public void ByReference(ref int number) => Calls = number;

        public ReadOnlySpan<char> ReturnsSpan() => "text";

        public YieldAwaitable Yields() => Task.Yield();
    }
}
