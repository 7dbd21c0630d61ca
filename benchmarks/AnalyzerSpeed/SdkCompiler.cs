using System.Diagnostics;
using PerfAnalyzers.Rules;

namespace PerfTooling.AnalyzerSpeed;

/// <summary>
/// Compiles a generated solution as <c>dotnet build</c> does: with the installed SDK's own compiler, in its server, and the SDK's analyzers as they
/// are set by default.
/// </summary>
internal sealed class SdkCompiler : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("AnalyzerSpeed").FullName;
    private readonly string _sdk = Sdk();

    // A server of its own, which ends by itself.
    private readonly string _server = $"AnalyzerSpeed-{Guid.NewGuid():N}";

    public SdkCompiler(GeneratedSolution solution)
    {
        foreach (var (path, text) in solution.Write())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
            File.WriteAllText(Path.Combine(_folder, path), text);
        }
    }

    /// <summary>Compiles once, from start to end of the compiler's process.</summary>
    /// <param name="sdk">With the SDK's analyzers.</param>
    /// <param name="ours">With this package's.</param>
    public async Task<TimeSpan> CompileAsync(bool sdk, bool ours)
    {
        var analyzers = Path.Combine(_sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        List<string> arguments =
        [
            "-nologo", "-noconfig", "-nostdlib+", "-target:library", "-nullable:enable", "-langversion:latest", "-deterministic+", "-debug:portable", "-optimize+",
            $"-out:\"{Path.Combine(_folder, "App.dll")}\"",
            .. Compiler.References.Select(path => $"-reference:\"{path}\""),
            .. sdk ? new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }.Select(name => $"-analyzer:\"{Path.Combine(analyzers, name)}\"") : [],
            .. sdk ? [$"-analyzerconfig:\"{Path.Combine(analyzers, "build", "config", $"analysislevel_{Environment.Version.Major}_default.globalconfig")}\""] : Array.Empty<string>(),
            .. ours ? [$"-analyzer:\"{typeof(QueryIndexAnalyzer).Assembly.Location}\""] : Array.Empty<string>(),
            .. Directory.EnumerateFiles(_folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"\"{path}\""),
        ];
        var response = Path.Combine(_folder, "App.rsp");
        await File.WriteAllLinesAsync(response, arguments);

        var time = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { Path.Combine(_sdk, "Roslyn", "bincore", "csc.dll"), $"/shared:{_server}", "/keepalive:60", "@" + response },
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        time.Stop();
        return process.ExitCode == 0 ? time.Elapsed : throw new InvalidOperationException(output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The newest SDK installed here: the runtime lies in <c>root/shared/Microsoft.NETCore.App/version</c>, the SDKs in <c>root/sdk</c>.</summary>
    private static string Sdk()
    {
        var sdks = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk");
        return Directory.EnumerateDirectories(sdks)
            .OrderByDescending(sdk => Version.TryParse(Path.GetFileName(sdk).Split('-')[0], out var version) ? version : new Version())
            .Select(Path.GetFullPath)
            .FirstOrDefault() ?? throw new InvalidOperationException($"No .NET SDK under {Path.GetFullPath(sdks)}.");
    }
}
