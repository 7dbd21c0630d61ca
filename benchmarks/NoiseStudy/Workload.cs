using System.Text.Json;
using Microsoft.Data.Sqlite;
using PerfAssert.Measuring;

namespace PerfTooling.NoiseStudy;

/// <summary>The six pieces of code that are measured: each is sensitive to another kind of noise.</summary>
/// <param name="Name">What tables and files call it.</param>
/// <param name="Create">Makes the code anew, with data of its own.</param>
internal sealed record Workload(string Name, Func<PerfBody> Create)
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("cpu", () => Body(CpuLoop())),
        new("dictionary", () => Body(DictionaryWalk())),
        new("json", () => Body(JsonRoundTrip())),
        new("async", Async),
        new("sqlite", () => Body(SqliteQuery())),
        new("sort", () => Body(Sort())),
    ];

    private static FuncBody<int> Body(Func<int> code) => new(code);

    /// <summary>About 2 µs of arithmetic in registers.</summary>
    private static Func<int> CpuLoop() => () =>
    {
        var hash = 17;
        for (var i = 0; i < 1_500; i++)
            hash = (hash * 31) + (i ^ hash);
        return hash;
    };

    /// <summary>About 20 µs of lookups that miss the nearer caches.</summary>
    private static Func<int> DictionaryWalk()
    {
        var words = Enumerable.Range(0, 40_000).Select(i => $"word {i * 7919}").ToArray();
        var counts = words.ToDictionary(word => word, word => word.Length, StringComparer.Ordinal);
        var next = 0;
        return () =>
        {
            var sum = 0;
            for (var i = 0; i < 500; i++)
            {
                sum += counts[words[next]];
                next = (next + 7_001) % words.Length;
            }

            return sum;
        };
    }

    /// <summary>About 30 µs that allocate.</summary>
    private static Func<int> JsonRoundTrip()
    {
        var order = Enumerable.Range(0, 20).Select(i => new Line(i, $"item {i}", i * 1.5m)).ToList();
        return () => JsonSerializer.Deserialize<List<Line>>(JsonSerializer.SerializeToUtf8Bytes(order))!.Count;
    }

    /// <summary>About 10 µs that hop over the thread pool.</summary>
    private static TaskBody Async() => new(async () =>
    {
        for (var i = 0; i < 5; i++)
            await Task.Yield();
    });

    /// <summary>About 100 µs in native code.</summary>
    private static Func<int> SqliteQuery()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute("create table t(id integer primary key, name text, amount real)");
        for (var i = 0; i < 500; i++)
            Execute($"insert into t(name, amount) values('name {i}', {i % 17})");
        var command = connection.CreateCommand();
        command.CommandText = "select id, name from t where amount > 8 order by name";
        return () =>
        {
            var read = 0;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                read += reader.GetString(1).Length;
            return read;
        };

        void Execute(string sql)
        {
            using var create = connection.CreateCommand();
            create.CommandText = sql;
            create.ExecuteNonQuery();
        }
    }

    /// <summary>About 5 ms a call.</summary>
    private static Func<int> Sort()
    {
        var random = new Random(1);
        var numbers = Enumerable.Range(0, 60_000).Select(_ => random.Next()).ToArray();
        var work = new int[numbers.Length];
        return () =>
        {
            numbers.CopyTo(work, 0);
            Array.Sort(work);
            return work[0];
        };
    }

    internal sealed record Line(int Id, string Name, decimal Price);
}
