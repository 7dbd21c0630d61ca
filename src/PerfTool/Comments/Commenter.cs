using System.Globalization;
using PerfTool.Cli;

namespace PerfTool.Comments;

/// <summary>Posts with patience: tries again what may be otherwise in a while, and does not wait for ever.</summary>
internal static class Commenter
{
    /// <summary>Tries, and waits of 2, 4 and 8 s between them where the server does not say how long.</summary>
    private const int Tries = 4;

    /// <summary>In all. A limit that is lifted later is not worth a runner's time.</summary>
    private static readonly TimeSpan s_mostWaiting = TimeSpan.FromMinutes(2);

    /// <summary>Posts the comment, or says why it could not.</summary>
    /// <param name="terminal">Where the environment is, and where waits are told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="pull">Where to.</param>
    /// <param name="mark">By which the comment is found.</param>
    /// <param name="body">Its text.</param>
    /// <exception cref="ToolException">GitHub refuses, or cannot be reached.</exception>
    public static async Task<CommentOutcome> PostAsync(Terminal terminal, TimeProvider time, PullRequest pull, string mark, string body, CancellationToken cancellationToken)
    {
        if (terminal.Environment("GITHUB_TOKEN")?.Trim() is not { Length: > 0 } token)
            return new CommentOutcome("printed", Why: "there is no GITHUB_TOKEN");
        using var comments = new GitHubComments(terminal.Environment("GITHUB_API_URL") is { Length: > 0 } address ? address : "https://api.github.com", token, time);
        var waited = TimeSpan.Zero;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // As a whole: a comment whose answer got lost on the way is found, and not posted twice.
                return await comments.PutAsync(pull, mark, body, cancellationToken).ConfigureAwait(false);
            }
            catch (NotAllowedException e)
            {
                return new CommentOutcome("printed", Why: $"the token may not write it, as in a pull request from a fork ({e.Message})");
            }
            catch (TransientFault fault)
            {
                var wait = fault.Wait is { } asked ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(asked.TotalSeconds))) : TimeSpan.FromSeconds(1 << attempt);
                if (attempt == Tries || waited + wait > s_mostWaiting)
                {
                    throw new ToolException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{fault.Message}; gave up after {attempt} {(attempt == 1 ? "try" : "tries")}{(attempt == Tries ? "" : $", as it asks to wait {wait.TotalSeconds:0} s more")}. Run the step again later."), fault);
                }

                terminal.ErrorWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault.Message}; trying again in {wait.TotalSeconds:0} s"));
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                waited += wait;
            }
        }
    }
}
