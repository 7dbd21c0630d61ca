using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.Services;

namespace PerfAssert.Xunit.TestingPlatform;

/// <summary>
/// Tells dotnet test where the table lies. It hides all that a green test program prints, and lists the files that the program left.
/// </summary>
internal sealed class SummaryArtifact(IMessageBus messages) : ITestSessionLifetimeHandler, IDataProducer
{
    public Type[] DataTypesProduced => [typeof(SessionFileArtifact)];

    public string Uid => nameof(PerfAssert) + "." + nameof(SummaryArtifact);

    public string Version => "1.0.0";

    public string DisplayName => "PerfAssert";

    public string Description => "Lists the summary of the perf tests among the files of the test run.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task OnTestSessionStartingAsync(ITestSessionContext testSessionContext) => Task.CompletedTask;

    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        foreach (var file in PerfSummary.Files.Where(File.Exists))
            await messages.PublishAsync(this, new SessionFileArtifact(testSessionContext.SessionUid, new FileInfo(file), "PerfAssert summary")).ConfigureAwait(false);
    }
}
