namespace PerfAssert.Baselines;

/// <summary>Where one test class keeps its baseline, and how a user standing in <see cref="Root"/> names the two files.</summary>
internal sealed record BaselinePaths(string Root, string Committed, string Received)
{
    /// <summary>The committed file as a message shows it.</summary>
    public string CommittedShown => Show(Committed);

    /// <summary>The received file as a message shows it.</summary>
    public string ReceivedShown => Show(Received);

    /// <summary>The command that accepts what was received; it runs with nothing installed.</summary>
    public string AcceptCommand =>
        $"{(OperatingSystem.IsWindows() ? "move /Y" : "mv")} {Quote(ReceivedShown)} {Quote(CommittedShown)}";

    private string Show(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string Quote(string path) => path.Any(c => !(char.IsLetterOrDigit(c) || "/\\._-:".Contains(c, StringComparison.Ordinal))) ? $"\"{path}\"" : path;
}
