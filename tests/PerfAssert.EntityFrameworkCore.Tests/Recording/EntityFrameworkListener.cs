using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace PerfAssert.EntityFrameworkCore.Tests.Recording;

/// <summary>Finds EF Core's DiagnosticListeners.</summary>
internal sealed class EntityFrameworkListener : IObserver<DiagnosticListener>
{
    private readonly List<DiagnosticListener> _found = [];

    /// <summary>Whether anyone listens to one of them.</summary>
    public static bool IsEnabled()
    {
        var watch = new EntityFrameworkListener();
        using (DiagnosticListener.AllListeners.Subscribe(watch))
            return watch._found.Count > 0 && watch._found.Exists(listener => listener.IsEnabled());
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _found.Add(value);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
