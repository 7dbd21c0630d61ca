using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Services;

namespace PerfAssert.Xunit.TestingPlatform;

/// <summary>Called by the code that Microsoft.Testing.Platform generates into a test project; the package's build files name it there.</summary>
public static class PerfSummaryHook
{
    /// <summary>Adds what there is to add.</summary>
    /// <param name="builder">The test program that is being built.</param>
    /// <param name="arguments">Its arguments.</param>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.TestHost.AddTestSessionLifetimeHandler(services => new SummaryArtifact(services.GetMessageBus()));
    }
}
