using PerfAssert;
using Xunit.Abstractions;

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

    public Task InitializeAsync()
    {
        World.Note("initialized");
        return Task.CompletedTask;
    }

    [PerfFact]
    public void Works()
    {
        World.Pass(10_000);
        if (World.Journal.Last() != "called")
            World.Note("called");
    }

    public Task DisposeAsync()
    {
        World.Note("disposed asynchronously");
        return Task.CompletedTask;
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
