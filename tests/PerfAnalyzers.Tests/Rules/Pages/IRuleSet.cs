using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>The rules of one package, as their pages are held against them.</summary>
public interface IRuleSet
{
    /// <summary>What the names of their pages start with.</summary>
    static abstract string Prefix { get; }

    /// <summary>The rules.</summary>
    static abstract IEnumerable<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The ids of those that have a code fix.</summary>
    static abstract IReadOnlySet<string> FixableIds { get; }
}
