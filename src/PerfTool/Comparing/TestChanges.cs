namespace PerfTool.Comparing;

/// <summary>The tests that only one of two builds has, told apart.</summary>
/// <param name="Added">New tests.</param>
/// <param name="Removed">Tests that are gone.</param>
/// <param name="Renamed">Tests that seem to go by another name now: from the old key to the new.</param>
internal sealed record TestChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<(string From, string To)> Renamed)
{
    /// <summary>
    /// Tells them apart by their keys: a test was renamed where exactly one added and one removed test share the method and row in another class, the class and row under another method, or
    /// all but the target framework. Where two could be meant, nothing is guessed.
    /// </summary>
    public static TestChanges Of(SharedTests tests)
    {
        var (added, removed) = (tests.Added.Select(KeyParts.Of).ToList(), tests.Removed.Select(KeyParts.Of).ToList());
        var renamed = new List<(string From, string To)>();
        foreach (var alike in new Func<KeyParts, object>[] { key => (key.Class, key.Method, key.Row), key => (key.Method, key.Row, key.Framework), key => (key.Class, key.Row, key.Framework) })
        {
            foreach (var (from, to) in Pairs(removed, added, alike).ToList())
            {
                renamed.Add((from.Key, to.Key));
                removed.Remove(from);
                added.Remove(to);
            }
        }

        return new TestChanges([.. added.Select(key => key.Key)], [.. removed.Select(key => key.Key)], renamed);
    }

    private static IEnumerable<(KeyParts From, KeyParts To)> Pairs(IEnumerable<KeyParts> removed, IEnumerable<KeyParts> added, Func<KeyParts, object> alike) =>
        from old in removed.GroupBy(alike)
        join current in added.GroupBy(alike) on old.Key equals current.Key
        where old.Count() == 1 && current.Count() == 1
        select (old.Single(), current.Single());

    /// <summary>A key, <c>Namespace.Class.Method#row @framework</c>, in its parts.</summary>
    private sealed record KeyParts(string Key, string Class, string Method, string Row, string Framework)
    {
        public static KeyParts Of(string key)
        {
            var at = key.LastIndexOf(" @", StringComparison.Ordinal);
            var (test, framework) = at < 0 ? (key, "") : (key[..at], key[(at + 2)..]);
            var hash = test.IndexOf('#', StringComparison.Ordinal);
            var (name, row) = hash < 0 ? (test, "") : (test[..hash], test[(hash + 1)..]);
            var dot = name.LastIndexOf('.');
            return new KeyParts(key, dot < 0 ? "" : name[..dot], name[(dot + 1)..], row, framework);
        }
    }
}
