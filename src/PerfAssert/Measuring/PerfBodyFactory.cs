using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PerfAssert.Measuring;

/// <summary>Turns a method into a <see cref="PerfBody"/>: a compiled delegate, so that a call costs nanoseconds, not a reflection call.</summary>
public static class PerfBodyFactory
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Binds <paramref name="method"/> to an instance and arguments.</summary>
    /// <param name="instance">The object to call it on; null for a static method.</param>
    /// <param name="method">The method: void, any result, <see cref="Task"/>, <see cref="Task{TResult}"/>, <see cref="ValueTask"/> or <see cref="ValueTask{TResult}"/>.</param>
    /// <param name="arguments">One value per parameter, of the parameter's type.</param>
    /// <exception cref="PerfTestException">The method is of a kind that cannot be measured (async void, an awaitable that is no task, by-reference parameters).</exception>
    public static PerfBody Create(object? instance, MethodInfo method, IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(arguments);
        var result = method.ReturnType;
        Refuse(method, result);

        if (result == typeof(void))
            return new ActionBody(Bind<Action>(instance, method, arguments));
        if (typeof(Task).IsAssignableFrom(result))
            return new TaskBody(Bind<Func<Task>>(instance, method, arguments));
        if (result == typeof(ValueTask))
            return new ValueTaskBody(Bind<Func<ValueTask>>(instance, method, arguments));

        var isValueTask = result.IsGenericType && result.GetGenericTypeDefinition() == typeof(ValueTask<>);
        var kind = isValueTask ? typeof(ValueTaskOfBody<>).MakeGenericType(result.GetGenericArguments()) : typeof(FuncBody<>).MakeGenericType(result);
        var code = Bind(typeof(Func<>).MakeGenericType(result), instance, method, arguments);
        return (PerfBody)Activator.CreateInstance(kind, code)!;
    }

    /// <summary>Binds the method that another is compared with to the same instance and arguments.</summary>
    /// <param name="instance">The object that the test runs on; null for a static test.</param>
    /// <param name="testClass">The class that runs the test.</param>
    /// <param name="method">The test method.</param>
    /// <param name="name">The name of the other method: of that class or a base, of any visibility, with the test's parameters.</param>
    /// <param name="arguments">One value per parameter.</param>
    /// <exception cref="PerfTestException">There is no such method, or it cannot be measured.</exception>
    public static PerfReference CreateReference(object? instance, Type testClass, MethodInfo method, string name, IReadOnlyList<object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(testClass);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var reference = Bases(testClass).Select(type => type.GetMethod(name, Declared, parameters)).FirstOrDefault(found => found is { IsGenericMethodDefinition: false });
        if (reference is null)
        {
            throw new PerfTestException($"{method.Name} is to be compared with {name}, but {testClass.Name} has no such method with {(parameters.Length == 0 ? "no parameters" : $"the parameters ({string.Join(", ", parameters.Select(type => type.Name))})")}. "
                + "RelativeTo names a method of the test's class that does the same in another way.");
        }

        if (reference == method)
            throw new PerfTestException($"{method.Name} is to be compared with itself. RelativeTo names another method of the test's class.");
        if (!reference.IsStatic && instance is null)
            throw new PerfTestException($"{method.Name} is static and is to be compared with {name}, which is not. Make both static, or neither.");
        return new PerfReference(name, Create(reference.IsStatic ? null : instance, reference, arguments));
    }

    /// <summary>Adds what is to be done around each batch of calls, outside of what is measured.</summary>
    /// <param name="body">The code to measure.</param>
    /// <param name="instance">The object that the test runs on; null for a static test.</param>
    /// <param name="testClass">The class that runs the test.</param>
    /// <param name="setup">
    /// The name of the method called before each batch, of that class or a base and of any visibility; null for none. It has no parameter, or one of type
    /// <see cref="long"/> that takes the number of calls, and returns nothing, a <see cref="Task"/> or a <see cref="ValueTask"/>.
    /// </param>
    /// <param name="cleanup">The same for the method called after each batch.</param>
    /// <exception cref="PerfTestException">There is no such method.</exception>
    public static PerfBody Prepare(PerfBody body, object? instance, Type testClass, string? setup, string? cleanup)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(testClass);
        return setup is null && cleanup is null ? body : new PreparedBody(body, Hook(instance, testClass, setup), Hook(instance, testClass, cleanup));
    }

    private static Func<long, ValueTask>? Hook(object? instance, Type testClass, string? name)
    {
        if (name is null)
            return null;
        var method = Bases(testClass).Select(type => type.GetMethod(name, Declared, []) ?? type.GetMethod(name, Declared, [typeof(long)])).FirstOrDefault(found => found is not null);
        if (method is null || method.IsGenericMethodDefinition || !(method.ReturnType == typeof(void) || method.ReturnType == typeof(ValueTask) || typeof(Task).IsAssignableFrom(method.ReturnType)))
            throw new PerfTestException($"{testClass.Name} has no method {name} to call around each batch: it takes nothing, or the number of calls as a long, and returns nothing, a Task or a ValueTask.");
        if (!method.IsStatic && instance is null)
            throw new PerfTestException($"{testClass.Name}.{name} is to be called around each batch of a static test, and is not static.");
        Refuse(method, method.ReturnType);
        var takesCalls = method.GetParameters().Length > 0;
        return calls => method.Invoke(method.IsStatic ? null : instance, BindingFlags.DoNotWrapExceptions, null, takesCalls ? [calls] : null, null) switch
        {
            Task task => new ValueTask(task),
            ValueTask task => task,
            _ => default,
        };
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    internal static void Refuse(MethodInfo method, Type result)
    {
        if (result == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
            throw new PerfTestException($"{method.Name} is async void: nobody can await it, so its time cannot be measured. Return Task instead.");
        if (method.GetParameters().Any(p => p.ParameterType.IsByRef || p.ParameterType.IsByRefLike) || result.IsByRef || result.IsByRefLike || result.IsPointer)
            throw new PerfTestException($"{method.Name} passes or returns something by reference (ref, in, out, a ref struct or a pointer), which a measured method cannot.");
        var isTask = typeof(Task).IsAssignableFrom(result) || result == typeof(ValueTask)
            || (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(ValueTask<>));
        if (!isTask && result.GetMethod("GetAwaiter", Type.EmptyTypes) is not null)
            throw new PerfTestException($"{method.Name} returns {result.Name}, an awaitable that is neither Task nor ValueTask. Await it in the method and return Task.");
        if (result.FullName?.StartsWith("Microsoft.FSharp.Control.FSharpAsync", StringComparison.Ordinal) == true)
            throw new PerfTestException($"{method.Name} returns an F# Async, which runs only when started. Return a task {{ }} expression instead.");
    }

    private static TDelegate Bind<TDelegate>(object? instance, MethodInfo method, IReadOnlyList<object?> arguments)
        where TDelegate : Delegate => (TDelegate)Bind(typeof(TDelegate), instance, method, arguments);

    private static Delegate Bind(Type delegateType, object? instance, MethodInfo method, IReadOnlyList<object?> arguments)
    {
        if (arguments.Count == 0)
            return method.CreateDelegate(delegateType, instance);

        var call = Expression.Call(
            instance is null ? null : Expression.Constant(instance, method.DeclaringType!),
            method,
            method.GetParameters().Select((p, i) => Expression.Constant(arguments[i], p.ParameterType)));
        return Expression.Lambda(delegateType, call).Compile();
    }
}
