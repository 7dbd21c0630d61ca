using Xunit.v3;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Puts perf tests into collections that do not run in parallel, so that xunit runs them after all others, one by one. Those of classes without
/// a collection definition share one; a class in a user's collection gets a serial twin of it, which has the same fixtures. A class that mixes
/// perf tests and others is thus part of two collections, and its fixtures are created for each.
/// </summary>
internal static class PerfCollection
{
    /// <summary>The method in its serial collection.</summary>
    public static IXunitTestMethod Isolate(IXunitTestMethod testMethod)
    {
        var original = testMethod.TestClass.TestCollection;
        var name = original.CollectionDefinition is null ? PerfMethod.CollectionName : PerfMethod.SerialName(original.TestCollectionDisplayName);
        var collection = new XunitTestCollection(original.TestAssembly, original.CollectionDefinition, disableParallelization: true, name);
        return new XunitTestMethod(new XunitTestClass(testMethod.TestClass.Class, collection), testMethod.Method, testMethod.TestMethodArguments);
    }
}
