using Spectre.Console;

namespace PerfTool.Cli;

/// <summary>Where the tool reads its surroundings and writes its words. Results go to <see cref="Out"/>, everything else (progress, errors) to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    /// <summary>Columns where there is no terminal to ask: wide enough that no cell of a table wraps.</summary>
    private const int PlainWidth = 200;

    /// <summary>Creates a terminal.</summary>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives progress and errors.</param>
    /// <param name="directory">The folder the user stands in.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="isTerminal">Whether a person looks at the output; plain text without colour otherwise.</param>
    public Terminal(TextWriter output, TextWriter error, string directory, Func<string, string?> environment, bool isTerminal)
    {
        Writer = output;
        ErrorWriter = error;
        Directory = Path.GetFullPath(directory);
        Environment = environment;
        IsTerminal = isTerminal;
        Out = Console(output);
        Error = Console(error);

        IAnsiConsole Console(TextWriter writer)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            });
            if (!isTerminal)
            {
                console.Profile.Width = PlainWidth;
                console.Profile.Capabilities.Unicode = true;
            }

            return console;
        }
    }

    /// <summary>Tables and text for people.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Progress, warnings and errors.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Standard output as it is, for text that must not be laid out anew: SQL, JSON, Markdown.</summary>
    public TextWriter Writer { get; }

    /// <summary>Standard error as it is.</summary>
    public TextWriter ErrorWriter { get; }

    /// <summary>The folder the user stands in; relative paths start here.</summary>
    public string Directory { get; }

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Environment { get; }

    /// <summary>Whether a person looks at the output.</summary>
    public bool IsTerminal { get; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(
        System.Console.Out,
        System.Console.Error,
        System.IO.Directory.GetCurrentDirectory(),
        System.Environment.GetEnvironmentVariable,
        !System.Console.IsOutputRedirected && System.Environment.GetEnvironmentVariable("NO_COLOR") is null or "");

    /// <summary>A table in the tool's style: lines between columns where a person looks, nothing but spaces elsewhere.</summary>
    /// <param name="columns">The heads; those that start with ">" are of figures, and stand at the right.</param>
    public Table Table(params string[] columns)
    {
        var table = new Table().Border(IsTerminal ? TableBorder.Rounded : TableBorder.None);
        foreach (var column in columns)
            table.AddColumn(column.StartsWith('>') ? new TableColumn(Markup.Escape(column[1..])).RightAligned().NoWrap() : new TableColumn(Markup.Escape(column)));
        return table;
    }

    /// <summary>An absolute path for one that the user gave.</summary>
    public string Full(string path) => Path.GetFullPath(path, Directory);

    /// <summary>A path as the user would type it: relative to where they stand if it lies below.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Does something that may take over a second under a spinner; where nobody looks, says once that it began.</summary>
    public async Task<T> WhileAsync<T>(string what, Func<Task<T>> work)
    {
        if (!IsTerminal)
        {
            Error.WriteLine(what);
            return await work().ConfigureAwait(false);
        }

        return await Error.Status().StartAsync(Markup.Escape(what), _ => work()).ConfigureAwait(false);
    }

    /// <summary>Does something that counts its steps under a bar; where nobody looks, a line a step.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="work">Does it, and tells how many steps are done, of how many, and which was the last.</param>
    public async Task<T> CountAsync<T>(string what, Func<Action<int, int, string>, Task<T>> work)
    {
        if (!IsTerminal)
        {
            Error.WriteLine(what);
            return await work((done, all, last) => Error.WriteLine($"  {done} of {all}: {last}")).ConfigureAwait(false);
        }

        return await Error.Progress().HideCompleted(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async bars =>
        {
            var bar = bars.AddTask(Markup.Escape(what));
            return await work((done, all, last) =>
            {
                bar.MaxValue = Math.Max(1, all);
                bar.Value = done;
                bar.Description = Markup.Escape($"{what}: {last}");
            }).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
