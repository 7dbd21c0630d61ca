using System.Reflection;
using PerfAssert.Measuring;

namespace PerfAssert.Loads;

/// <summary>Turns a test method into a request.</summary>
public static class LoadRequestFactory
{
    /// <summary>Binds the method.</summary>
    /// <param name="instance">The object to call it on; null for a static method.</param>
    /// <param name="method">Void, <see cref="Task"/> or <see cref="ValueTask"/>, the latter two with or without a result; it takes nothing, or a <see cref="LoadIteration"/>.</param>
    /// <exception cref="PerfTestException">The method is of another kind.</exception>
    public static Func<LoadIteration, ValueTask> Create(object? instance, MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var takesIteration = method.GetParameters() is [var only] && only.ParameterType == typeof(LoadIteration);
        if (!takesIteration && method.GetParameters().Length > 0)
            throw new PerfTestException($"{method.Name} is one request of a load test: it takes nothing, or one {nameof(LoadIteration)}.");

        // Refuses what cannot be awaited, and knows the rest.
        if (!takesIteration)
        {
            var body = PerfBodyFactory.Create(instance, method, []);
            return body.IsAsync ? _ => body.RunAsync(1) : _ => new ValueTask(Task.Run(() => body.RunAsync(1).AsTask()));
        }

        PerfBodyFactory.Refuse(method, method.ReturnType);
        var result = method.ReturnType;
        if (result == typeof(ValueTask))
            return method.CreateDelegate<Func<LoadIteration, ValueTask>>(instance);
        if (typeof(Task).IsAssignableFrom(result))
        {
            var call = method.CreateDelegate<Func<LoadIteration, Task>>(instance);
            return iteration => new ValueTask(call(iteration));
        }

        if (result == typeof(void))
        {
            var call = method.CreateDelegate<Action<LoadIteration>>(instance);
            return iteration => OnPool(() => call(iteration));
        }

        throw new PerfTestException($"{method.Name} is one request of a load test and returns {result.Name}: return nothing, a Task or a ValueTask.");
    }

    /// <summary>Binds the method of a test whose requests a scenario describes: it gives the client that sends them.</summary>
    /// <param name="instance">The object to call it on; null for a static method.</param>
    /// <param name="method">It takes nothing and returns an <see cref="HttpClient"/>, or a <see cref="Task{TResult}"/> or <see cref="ValueTask{TResult}"/> of one.</param>
    /// <exception cref="PerfTestException">The method is of another kind.</exception>
    public static Func<ValueTask<HttpClient>> CreateClient(object? instance, MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var result = method.ReturnType;
        if (method.GetParameters().Length == 0)
        {
            if (typeof(HttpClient).IsAssignableFrom(result))
            {
                var call = method.CreateDelegate<Func<HttpClient>>(instance);
                return () => new ValueTask<HttpClient>(call());
            }

            if (result == typeof(Task<HttpClient>))
            {
                var call = method.CreateDelegate<Func<Task<HttpClient>>>(instance);
                return () => new ValueTask<HttpClient>(call());
            }

            if (result == typeof(ValueTask<HttpClient>))
                return method.CreateDelegate<Func<ValueTask<HttpClient>>>(instance);
        }

        throw new PerfTestException($"{method.Name} is a load test of a scenario: it takes nothing and returns the {nameof(HttpClient)} that the scenario's requests are sent by, or a Task of it.");
    }

    /// <summary>The request as code that can be called once, outside of a run.</summary>
    /// <param name="request">The request.</param>
    public static PerfBody ToBody(Func<LoadIteration, ValueTask> request) => new ValueTaskBody(() => request(new LoadIteration(0, -1, CancellationToken.None)));

    /// <summary>A request that blocks must not hold up whoever starts the next.</summary>
    private static ValueTask OnPool(Action call) => new(Task.Run(call));
}
