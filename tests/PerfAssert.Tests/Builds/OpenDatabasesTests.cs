using PerfAssert.Builds;
using PerfAssert.Tests.Faults;

namespace PerfAssert.Tests.Builds;

public class OpenDatabasesTests
{
    private readonly Dictionary<int, OpenDatabase> _open = [];
    private readonly OpenDatabases _databases;

    public OpenDatabasesTests() => _databases = new OpenDatabases(() => _open);

    [Fact]
    public void A_file_of_two_builds_is_named() => Assert.Equal("/a.db", Opened(("before", 4, "/a.db"), ("now", 5, "/a.db")));

    [Fact]
    public void Files_of_their_own_are_fine() => Assert.Null(Opened(("before", 4, "/a.db"), ("now", 5, "/b.db")));

    [Fact]
    public void Several_connections_of_one_build_are_fine() => Assert.Null(Opened(("before", 4, "/a.db"), ("before", 5, "/a.db")));

    [Fact]
    public void A_file_that_was_closed_before_is_fine()
    {
        Opened(("before", 4, "/a.db"));
        _open.Clear();

        Assert.Null(Opened(("now", 5, "/a.db")));
    }

    [Fact]
    public void A_number_that_stands_for_another_file_by_now_is_no_longer_its_old_owner_s()
    {
        Opened(("before", 4, "/a.db"));

        Assert.Null(Opened(("now", 4, "/b.db"), ("now", 5, "/a.db")));
    }

    [Fact]
    public void A_file_that_nobody_writes_is_fine()
    {
        _open[4] = new OpenDatabase("/a.db", IsWritable: false);
        _databases.Look("before");
        _open[5] = new OpenDatabase("/a.db", IsWritable: false);

        Assert.Null(_databases.Look("now"));
    }

    [LinuxFact]
    public void A_database_is_known_by_its_first_bytes()
    {
        using var folder = new TemporaryFolder();
        var (database, text) = (Path.Combine(folder.Path, "a.db"), Path.Combine(folder.Path, "a.log"));
        File.WriteAllText(database, "SQLite format 3\0and what follows");
        File.WriteAllText(text, "no database, and opened by both");
        var databases = OpenDatabases.OfThisProcess();

        using var before = Open(database);
        using var beforeText = Open(text);
        databases.Look("before");
        using var nowText = Open(text);
        Assert.NotEqual(text, databases.Look("now"));
        using var now = Open(database);
        Assert.Equal(database, databases.Look("now"));
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    private string? Opened(params (string Build, int Descriptor, string Path)[] files)
    {
        string? shared = null;
        foreach (var (build, descriptor, path) in files)
        {
            _open[descriptor] = new OpenDatabase(path, IsWritable: true);
            shared = _databases.Look(build);
        }

        return shared;
    }
}
