using System.Security.Cryptography;
using System.Text;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Puts perf tests into collections that xunit runs after all others, one by one. Those of classes without a collection of their
/// own share one; a class in a user's collection gets a serial twin of it, which has the same fixtures. A class that mixes
/// perf tests and others is thus part of two collections, and its fixtures are created for each.
/// </summary>
internal static class PerfCollection
{
    /// <summary>The method in its serial collection. Also mends what deserialization lost.</summary>
    public static ITestMethod Isolate(ITestMethod testMethod)
    {
        var original = testMethod.TestClass.TestCollection;
        var collection = original.CollectionDefinition switch
        {
            SerialCollectionDefinition => original,
            IReflectionTypeInfo type when type.Type == typeof(PerfCollectionDefinition) => original,
            IReflectionTypeInfo type => Create(original, new SerialCollectionDefinition(type), NameOf(original)),
            _ => Create(original, Reflector.Wrap(typeof(PerfCollectionDefinition)), PerfMethod.CollectionName),
        };
        return collection == original ? testMethod : new TestMethod(new TestClass(collection, testMethod.TestClass.Class), testMethod.Method);
    }

    /// <summary>Lets a user choose: dotnet test --filter Category=Perf, or Category!=Perf; load tests alone by Category=Load.</summary>
    public static void AddTrait(Dictionary<string, List<string>> traits, ITestMethod testMethod)
    {
        if (!traits.TryGetValue("Category", out var values))
            traits["Category"] = values = [];
        var isLoad = testMethod.Method.GetCustomAttributes(typeof(LoadFactAttribute)).Any();
        foreach (var category in isLoad ? [PerfMethod.Category, LoadMethod.Category] : new[] { PerfMethod.Category })
        {
            if (!values.Contains(category))
                values.Add(category);
        }
    }

    private static string NameOf(ITestCollection original) =>
        original.DisplayName.StartsWith(PerfMethod.SerialName(""), StringComparison.Ordinal) ? original.DisplayName : PerfMethod.SerialName(original.DisplayName);

    /// <summary>xunit tells collections apart by id: one made of the name is the same for every test and in every process.</summary>
    private static TestCollection Create(ITestCollection original, ITypeInfo definition, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new TestCollection(original.TestAssembly, definition, name, new Guid(hash.AsSpan(0, 16)));
    }
}
