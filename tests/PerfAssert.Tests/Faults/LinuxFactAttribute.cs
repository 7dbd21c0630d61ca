namespace PerfAssert.Tests.Faults;

/// <summary>A test that mounts file systems of its own, as Linux lets everyone do.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "mounts a file system of its own, which takes Linux (unshare)";
    }
}
