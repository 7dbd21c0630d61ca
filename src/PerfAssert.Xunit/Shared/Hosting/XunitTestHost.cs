using System.Reflection;
using PerfAssert.Builds;
using Xunit;
using Xunit.Sdk;
#if XUNIT_V3
using Xunit.v3;
#endif

namespace PerfAssert.Xunit.Sdk;

/// <summary>
/// Creates the perf tests of an assembly outside of an xunit run, one at a time: to compare two builds of them in one process. Supports what most perf tests use: constructor,
/// class and collection fixtures, IAsyncLifetime, disposal, ITestOutputHelper and the rows of a theory. What it cannot do it says.
/// </summary>
public sealed class XunitTestHost : ITestHost
{
    /// <inheritdoc/>
    public IReadOnlyList<HostedTest> Find(Assembly testAssembly)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        return
        [
            .. from type in testAssembly.GetTypes()
               where type is { IsClass: true, IsGenericTypeDefinition: false } && (!type.IsAbstract || type.IsSealed)
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy)
               let attribute = method.GetCustomAttributes().OfType<IPerfAttribute>().FirstOrDefault()
               where attribute is not null
               from test in Find(type, method, attribute)
               select test,
            .. from type in testAssembly.GetTypes()
               where type is { IsClass: true, IsGenericTypeDefinition: false } && (!type.IsAbstract || type.IsSealed)
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy)
               where method.IsDefined(typeof(LoadFactAttribute))
               select Test(type, method, [], 0, "a load test holds the machine for as long as its profile, and is not compared build by build"),
        ];
    }

    private static IEnumerable<HostedTest> Find(Type type, MethodInfo method, IPerfAttribute attribute)
    {
        var problem =
            ((FactAttribute)attribute).Skip is { } reason ? $"skipped: {reason}"
            : method.IsGenericMethodDefinition ? "a generic test can only be run by xunit"
            : method.GetCustomAttributes().Concat(type.GetCustomAttributes()).OfType<BeforeAfterTestAttribute>().FirstOrDefault() is { } around ? $"[{around.GetType().Name}] runs code around tests, which only xunit can call"
            : null;
        if (attribute is not PerfTheoryAttribute)
        {
            yield return Test(type, method, [], 0, problem);
            yield break;
        }

        var rows = problem is null ? Rows(method, out problem) : [];
        if (problem is not null)
            yield return Test(type, method, [], 0, problem);
        for (var row = 0; row < rows.Count; row++)
            yield return Test(type, method, rows[row], row, null);
    }

    private static HostedTest Test(Type type, MethodInfo method, object?[] row, int rowIndex, string? problem) => HostedTest.Of(
        type,
        method,
        row,
        rowIndex,
        ArgumentParts.Of,
        problem,
        async cancellationToken =>
        {
            var hosted = await HostedClass.CreateAsync(type, method.IsStatic).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return new HostedInstance(PerfMethod.Describe(type, method, hosted.Instance, row, rowIndex, HostedTest.NameOf(type, method, row)), hosted.DisposeAsync);
        });

    /// <summary>The rows, in the order in which xunit runs them. Data that throws is a problem of this theory alone.</summary>
    private static List<object?[]> Rows(MethodInfo method, out string? problem)
    {
        try
        {
            problem = null;
            return [.. method.GetCustomAttributes().OfType<DataAttribute>().Where(data => data.Skip is null).SelectMany(data => RowsOf(data, method)).Select(row => Resolved(method, row))];
        }
        catch (Exception e)
        {
            problem = $"its data could not be read: {(e is TargetInvocationException { InnerException: { } inner } ? inner : e).Message}";
            return [];
        }
    }

#if XUNIT_V3
    private static IEnumerable<object?[]> RowsOf(DataAttribute data, MethodInfo method)
    {
        // xunit's own runner does that before it asks.
        if (data is MemberDataAttributeBase { MemberType: null } member)
            member.MemberType = method.ReflectedType;
        return data.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult().Where(row => row.Skip is null).Select(row => row.GetData());
    }

    private static object?[] Resolved(MethodInfo method, object?[] row) => method.ResolveMethodArguments(row);
#else
    private static IEnumerable<object?[]> RowsOf(DataAttribute data, MethodInfo method) => data.GetData(method);

    private static object?[] Resolved(MethodInfo method, object?[] row) =>
        Reflector.ConvertArguments(method.ResolveMethodArguments(row), [.. method.GetParameters().Select(parameter => parameter.ParameterType)]);
#endif
}
