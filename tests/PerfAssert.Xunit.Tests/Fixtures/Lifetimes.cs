using PerfAssert;
#if XUNIT_V3
using Completion = System.Threading.Tasks.ValueTask;
#else
using Completion = System.Threading.Tasks.Task;
using Xunit.Abstractions;
#endif

namespace Fixtures;

public sealed class Shared : IDisposable
{
    public Shared() => World.Note("fixture created");

    public void Dispose() => World.Note("fixture disposed");
}

public sealed class Lifetime : IClassFixture<Shared>, IAsyncLifetime, IDisposable
{
    private readonly ITestOutputHelper _output;

    public Lifetime(Shared shared, ITestOutputHelper output)
    {
        _output = output;
        World.Note("created with " + shared.GetType().Name);
        output.WriteLine("written by the test");
    }

    /// <summary>What happens around a test. (xunit v3 disposes once, asynchronously if it can.)</summary>
    public static IReadOnlyList<string> Once { get; } =
    [
        "fixture created", "created with Shared", "initialized", "called", "disposed asynchronously",
#if !XUNIT_V3
        "disposed",
#endif
        "fixture disposed",
    ];

    public Completion InitializeAsync()
    {
        World.Note("initialized");
        return Completion.CompletedTask;
    }

    [PerfFact]
    public void Works()
    {
        World.Pass(10_000);
        if (World.Journal.Last() != "called")
            World.Note("called");
    }

    public Completion DisposeAsync()
    {
        World.Note("disposed asynchronously");
        return Completion.CompletedTask;
    }

    public void Dispose()
    {
        World.Note("disposed");
        _output.WriteLine("the end");
    }
}

public sealed class Database
{
    public Database() => World.Note("database created");
}

[CollectionDefinition("uses the database")]
public sealed class DatabaseCollection : ICollectionFixture<Database>;

[Collection("uses the database")]
public class InACollection(Database database)
{
    [PerfFact]
    public void Measured() => World.Note(database.GetType().Name);

    [Fact]
    public void Ordinary() => World.Note(database.GetType().Name);
}
