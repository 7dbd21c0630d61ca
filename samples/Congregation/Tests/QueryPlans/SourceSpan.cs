using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Congregation.Tests.QueryPlans;

/// <summary>The lines of a method, read from the debug information the build left beside its assembly.</summary>
public sealed record SourceSpan(string File, int FirstLine, int LastLine)
{
    public bool Contains(IndexWarning warning) =>
        warning.File == File && warning.Line >= FirstLine && warning.Line <= LastLine;

    public static SourceSpan Of(MethodInfo method)
    {
        // The lines of an async method are those of the state machine it was compiled into.
        var body = method.GetCustomAttribute<AsyncStateMachineAttribute>() is { StateMachineType: var stateMachine }
            ? stateMachine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!
            : method;

        using var stream = OpenSymbols(method.Module.Assembly);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(stream);
        var symbols = provider.GetMetadataReader();
        var points = symbols
            .GetMethodDebugInformation((MethodDefinitionHandle)MetadataTokens.EntityHandle(body.MetadataToken))
            .GetSequencePoints()
            .Where(point => !point.IsHidden)
            .ToList();
        var document = symbols.GetString(symbols.GetDocument(points[0].Document).Name);
        return new SourceSpan(
            Path.GetFileName(document), points.Min(point => point.StartLine), points.Max(point => point.EndLine));
    }

    private static FileStream OpenSymbols(Assembly assembly) =>
        System.IO.File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb"));
}
