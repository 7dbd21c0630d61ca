using Xunit;

namespace PerfAssert.Xunit.Sdk;

/// <summary>The collection of perf tests whose class has none of its own. xunit looks it up by name after deserializing a test.</summary>
[CollectionDefinition(PerfMethod.CollectionName, DisableParallelization = true)]
public sealed class PerfCollectionDefinition
{
    private PerfCollectionDefinition()
    {
    }
}
