namespace PerfTool.Tests.Reports.Html;

/// <summary>Runs where Chromium is installed. In CI, which skips nothing, it runs and fails where it isn't.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "Chromium isn't installed (Debian: apt-get install chromium): the test looks at the page in one.";
    }
}
