namespace PerfTool.Reports.Html;

/// <summary>What is embedded in the tool for its page.</summary>
internal static class PageResources
{
    /// <summary>The page's style.</summary>
    public static string Style => Read("report.css");

    /// <summary>Our script: turns the page's figures into charts.</summary>
    public static string Script => Read("report.js");

    /// <summary>Apache ECharts, from the NuGet package that the build took it from; nothing in it ends the element that it stands in.</summary>
    public static string ChartLibrary => Read("echarts.js")
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);

    /// <summary>The notice that its licence asks to hand on; the licence's own words stand at the library's head.</summary>
    public static string ChartNotice =>
        """
        Apache ECharts
        Copyright 2017-2025 The Apache Software Foundation
        This product includes software developed at The Apache Software Foundation (https://www.apache.org/).
        Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0

        """;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageResources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
