using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PerfAssert.Measuring;

/// <summary>Turns a method into a <see cref="PerfBody"/>: a compiled delegate, so that a call costs nanoseconds, not a reflection call.</summary>
public static class PerfBodyFactory
{
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

    private static void Refuse(MethodInfo method, Type result)
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
