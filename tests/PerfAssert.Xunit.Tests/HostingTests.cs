using System.Collections.Concurrent;
using Fixtures;
using PerfAssert.Builds;
using PerfAssert.Xunit.Sdk;

namespace PerfAssert.XunitTests;

/// <summary>Tests created outside of a run, from a second copy of their assembly, are what xunit makes of them.</summary>
[Collection("xunit in xunit")]
public sealed class HostingTests : IDisposable
{
    private static readonly XunitTestHost s_host = new();
    private static readonly TestBuild s_build = TestBuild.Load(typeof(World).Assembly.Location, "a second copy", s_host);

    private readonly XunitRun _run = new();

    private static ConcurrentQueue<string> Journal => (ConcurrentQueue<string>)s_build.Assembly.GetType(typeof(World).FullName!)!.GetProperty(nameof(World.Journal))!.GetValue(null)!;

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(typeof(Lifetime), "Works")]
    [InlineData(typeof(InACollection), "Measured")]
    public async Task A_class_and_its_fixtures_live_as_in_a_run(Type type, string method)
    {
        XunitRun.Run(type);
        Journal.Clear();
        await using (var hosted = await Find($"{type.FullName}.{method} @net10.0").CreateAsync(CancellationToken.None))
            await hosted.Test.Body.RunAsync(1);
        Assert.Equal(XunitRun.Journal.Distinct(), Journal.Distinct());
    }

    [Theory]
    [InlineData(typeof(Rows))]
    [InlineData(typeof(SelfWritten))]
    [InlineData(typeof(FirstHeir))]
    [InlineData(typeof(SecondHeir))]
    public void A_test_has_the_key_that_a_run_gives_it(Type type)
    {
        Assert.Equal([], s_host.Find(s_build.Assembly).Where(test => test.Key.StartsWith(type.FullName + ".", StringComparison.Ordinal) && !test.Key.Contains(".Generic", StringComparison.Ordinal)).Select(test => test.Problem).OfType<string>());

        // A generic test is one problem here, and a key for each row in a run.
        static IEnumerable<string> Concrete(IEnumerable<string> keys) => keys.Where(key => !key.Contains(".Generic", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            Concrete(XunitRun.Keys(serialize: false, type)),
            Concrete(s_host.Find(s_build.Assembly).Where(test => test.Key.StartsWith(type.FullName + ".", StringComparison.Ordinal)).Select(test => test.Key)));
    }

    [Theory]
    [InlineData("Fixtures.Rows.Generic @net10.0", "a generic test can only be run by xunit")]
    [InlineData("Fixtures.Skipped.Fact @net10.0", "skipped: not today")]
    public void What_cannot_be_created_says_why(string key, string problem) => Assert.Equal(problem, Find(key).Problem);

    [Fact]
    public void A_second_copy_shares_nothing_but_the_engine() => Assert.NotSame(typeof(World), s_build.Assembly.GetType(typeof(World).FullName!));

    private static HostedTest Find(string key) => s_host.Find(s_build.Assembly).Single(test => test.Key == key);
}
