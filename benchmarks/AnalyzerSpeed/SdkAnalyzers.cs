using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PerfTooling.AnalyzerSpeed;

/// <summary>The analyzers that the .NET SDK runs in every build, from the newest SDK installed here.</summary>
internal static class SdkAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>, the SDKs in <root>/sdk.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var sdks = Path.Combine(runtime, "..", "..", "..", "sdk");
        var folder = Directory.EnumerateDirectories(sdks)
            .OrderByDescending(sdk => Version.TryParse(Path.GetFileName(sdk).Split('-')[0], out var version) ? version : new Version())
            .Select(sdk => Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"))
            .Where(Directory.Exists)
            .FirstOrDefault() ?? throw new InvalidOperationException($"No .NET SDK with analyzers under {Path.GetFullPath(sdks)}.");
        return
        [
            .. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
                .Select(name => Assembly.LoadFrom(Path.GetFullPath(Path.Combine(folder, name))))
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }
}
