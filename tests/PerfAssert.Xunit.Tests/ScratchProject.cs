using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using PerfAssert.Tests;

namespace PerfAssert.XunitTests;

/// <summary>
/// A user's project outside the repository, built once, deterministically (so that no path of this machine is in it), with our MSBuild files.
/// It is built in Debug: what is looked at here is where files are found and what is shown, and for that nothing need be measured.
/// </summary>
public sealed class ScratchProject : IDisposable
{
    private static readonly string Repository = typeof(ScratchProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private readonly TemporaryFolder _folder = new();

    public ScratchProject()
    {
        Write("Scratch/Scratch.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{Repository}src/PerfAssert.Xunit/buildTransitive/PerfAssert.Xunit.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <PathMap>{_folder.Path}=/_</PathMap>
              </PropertyGroup>
              <ItemGroup>
                {Package("Microsoft.NET.Test.Sdk")}{Package("xunit")}{Package("xunit.runner.visualstudio")}{Package("Pragmastat")}
                <Reference Include="{AppContext.BaseDirectory}PerfAssert.dll;{AppContext.BaseDirectory}PerfAssert.Xunit.dll" />
              </ItemGroup>
              <Import Project="{Repository}src/PerfAssert.Xunit/buildTransitive/PerfAssert.Xunit.targets" />
            </Project>
            """);
        Write("Scratch/Cart/CartPerf.cs", """
            namespace Scratch.Cart;
            public class CartPerf
            {
                [PerfAssert.PerfFact] public void Adds() { }
                [PerfAssert.PerfFact] public void Removes() { if (System.Environment.GetEnvironmentVariable("SCRATCH_FAILS") == "1") throw new System.Exception("on purpose"); }
                [Xunit.Fact] public void Ordinary() { }
            }
            """);
        Write("Scratch/Cart/CartPerf.perf.json", "{ \"schema\": 1 }\n");
        var (exitCode, output) = Run("build");
        Assert.True(exitCode == 0, output);
    }

    public string Directory => Path.Combine(_folder.Path, "Scratch");

    public string Output => Path.Combine(Directory, "bin", "Debug", "net10.0");

    public string Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Runs dotnet in the project's folder.</summary>
    public (int ExitCode, string Output) Run(params string[] arguments) => RunIn(Directory, failing: false, arguments);

    public (int ExitCode, string Output) RunFailing(params string[] arguments) => RunIn(Directory, failing: true, arguments);

    public static (int ExitCode, string Output) RunIn(string directory, bool failing, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        // We run under a test host and perhaps an MSBuild ourselves; their settings are not this project's.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k is "VSTEST_CONNECTION_TIMEOUT" or "CI").ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // A compiler server would outlive the build and keep our end of its output open.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["SCRATCH_FAILS"] = failing ? "1" : "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    public void Dispose() => _folder.Dispose();

    private static string Package(string id)
    {
        var versions = XDocument.Load(Path.Combine(Repository, "Directory.Packages.props")).Descendants("PackageVersion");
        return $"<PackageReference Include=\"{id}\" Version=\"{versions.Single(v => (string?)v.Attribute("Include") == id).Attribute("Version")!.Value}\" />";
    }
}
