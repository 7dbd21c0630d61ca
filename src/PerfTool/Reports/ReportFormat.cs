namespace PerfTool.Reports;

/// <summary>How a report is laid out.</summary>
internal enum ReportFormat
{
    /// <summary>A table for the terminal.</summary>
    Text,

    /// <summary>For a pull request, or a job's summary.</summary>
    Markdown,

    /// <summary>One page that holds all it needs, with charts.</summary>
    Html,

    /// <summary>For other tools.</summary>
    Json,
}
