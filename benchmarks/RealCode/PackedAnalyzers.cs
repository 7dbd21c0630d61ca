using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.RealCode;

/// <summary>The analyzers of a NuGet package, loaded from the assemblies in it as a compiler would.</summary>
internal static class PackedAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Load(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var entry = archive.GetEntry("analyzers/dotnet/cs/PerfAnalyzers.dll") ?? throw new InvalidDataException($"{package} holds no analyzers/dotnet/cs/PerfAnalyzers.dll.");
        using var bytes = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(bytes);
        return
        [
            .. Assembly.Load(bytes.ToArray()).GetTypes()
                .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}
