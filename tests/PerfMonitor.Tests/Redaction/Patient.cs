namespace PerfMonitor.Tests.Redaction;

internal sealed class Patient
{
    public int Id { get; set; }

    public string Ward { get; set; } = "";

    public string Password { get; set; } = "";

    [PersonalData]
    public string Diagnosis { get; set; } = "";

    public string Notes { get; set; } = "";
}
