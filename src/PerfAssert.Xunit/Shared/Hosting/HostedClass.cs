using System.Reflection;
using Xunit;
#if !XUNIT_V3
using Xunit.Abstractions;
#endif

namespace PerfAssert.Xunit.Sdk;

/// <summary>A test class and its fixtures, created as xunit creates them and disposed of in the reverse order.</summary>
internal sealed class HostedClass : IAsyncDisposable
{
    private readonly List<object> _created = [];
    private readonly Dictionary<Type, object> _fixtures = [];

    private HostedClass()
    {
    }

    /// <summary>The instance; null for a class of which only a static method is needed.</summary>
    public object? Instance { get; private set; }

    /// <summary>Creates all of it. What was created before something threw is disposed of.</summary>
    /// <exception cref="PerfTestException">Something is needed that only xunit itself could supply.</exception>
    public static async ValueTask<HostedClass> CreateAsync(Type type, bool isStatic)
    {
        var hosted = new HostedClass();
        try
        {
            await hosted.AddFixturesAsync(CollectionOf(type), typeof(ICollectionFixture<>)).ConfigureAwait(false);
            await hosted.AddFixturesAsync(CollectionOf(type), typeof(IClassFixture<>)).ConfigureAwait(false);
            await hosted.AddFixturesAsync(type, typeof(IClassFixture<>)).ConfigureAwait(false);
            if (!isStatic)
                hosted.Instance = await hosted.CreateAsync(type, type).ConfigureAwait(false);
            return hosted;
        }
        catch
        {
            await hosted.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = _created.Count - 1; i >= 0; i--)
        {
#if !XUNIT_V3
            if (_created[i] is IAsyncLifetime lifetime)
                await lifetime.DisposeAsync().ConfigureAwait(false);
#endif
            if (_created[i] is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(false);
#if XUNIT_V3
            else if (_created[i] is IDisposable synchronous)
#else
            if (_created[i] is IDisposable synchronous)
#endif
                synchronous.Dispose();
        }

        _created.Clear();
    }

    /// <summary>The class with the definition of the collection that a test class names; null where it names none, or one without a definition.</summary>
    private static Type? CollectionOf(Type type)
    {
        var named = type.GetCustomAttributesData().Concat(type.BaseType?.GetCustomAttributesData() ?? []).FirstOrDefault(data => data.AttributeType.Name.StartsWith(nameof(CollectionAttribute), StringComparison.Ordinal));
        if (named is null)
            return null;
        // [Collection(typeof(T))] and [Collection<T>], which only v3 has.
        if (named.AttributeType is { IsGenericType: true } generic)
            return generic.GetGenericArguments()[0];
        return named.ConstructorArguments switch
        {
            [{ Value: Type definition }] => definition,
            [{ Value: string name }] => type.Assembly.GetTypes().FirstOrDefault(candidate => candidate.GetCustomAttributesData().Any(data =>
                data.AttributeType == typeof(CollectionDefinitionAttribute) && data.ConstructorArguments is [{ Value: string own }] && own == name)),
            _ => null,
        };
    }

    private async ValueTask AddFixturesAsync(Type? declaring, Type kind)
    {
        foreach (var fixture in (declaring?.GetInterfaces() ?? []).Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == kind).Select(contract => contract.GetGenericArguments()[0]))
        {
            if (!_fixtures.ContainsKey(fixture))
                _fixtures[fixture] = await CreateAsync(fixture, declaring!).ConfigureAwait(false);
        }
    }

    private async ValueTask<object> CreateAsync(Type type, Type askedBy)
    {
        if (type.GetConstructors() is not [var constructor])
            throw new PerfTestException($"{askedBy.Name} cannot be created outside of a test run: {type.Name} has not exactly one public constructor.");
        object?[] arguments = [.. constructor.GetParameters().Select(parameter => Supply(parameter, type))];
        var instance = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        _created.Add(instance);
        if (instance is IAsyncLifetime lifetime)
            await lifetime.InitializeAsync().ConfigureAwait(false);
        return instance;
    }

    private object? Supply(ParameterInfo parameter, Type owner) =>
        parameter.ParameterType == typeof(ITestOutputHelper) ? new Discarded()
        : _fixtures.GetValueOrDefault(parameter.ParameterType)
        ?? (parameter.HasDefaultValue
            ? parameter.DefaultValue
            : throw new PerfTestException($"{owner.Name} cannot be created outside of a test run: its constructor takes a {parameter.ParameterType.Name} '{parameter.Name}', which is no fixture of its class or collection."));

    /// <summary>What a test writes while it is compared is for nobody to read.</summary>
    private sealed class Discarded : ITestOutputHelper
    {
#if XUNIT_V3
        public string Output => "";

        public void Write(string message)
        {
        }

        public void Write(string format, params object[] args)
        {
        }
#endif

        public void WriteLine(string message)
        {
        }

        public void WriteLine(string format, params object[] args)
        {
        }
    }
}
