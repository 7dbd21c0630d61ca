using System.Text.Json;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.Log;

namespace PerfMonitor.Tests.Redaction;

/// <summary>What the log shows of values once it is told to keep them.</summary>
public sealed class ParameterValuesTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly RecordingLog _log = new();
    private readonly ServiceProvider _services;

    public ParameterValuesTests()
    {
        _connection.Open();
        _services = Create(recorded: true);
        using var context = _services.GetRequiredService<ClinicContext>();
        context.Database.EnsureCreated();
    }

    public void Dispose()
    {
        _services.Dispose();
        _connection.Dispose();
    }

    [Fact]
    public void What_is_known_to_be_harmless_is_shown()
    {
        var ward = "B3";

        Assert.Equal("ward=B3", Parameters(clinic => clinic.Patients.Count(patient => patient.Ward == ward)));
    }

    [Fact]
    public void A_column_that_looks_secret_is_not_whatever_its_parameter_is_called()
    {
        var ward = "hunter2";

        Assert.Equal("ward=<redacted>", Parameters(clinic => clinic.Patients.Count(patient => patient.Password == ward)));
    }

    [Fact]
    public void A_parameter_that_looks_secret_is_not()
    {
        var token = "hunter2";

        Assert.Equal("token=<redacted>", Parameters(clinic => clinic.Patients.Count(patient => patient.Ward == token)));
    }

    [Fact]
    public void A_classified_property_is_not()
    {
        var ward = "flu";

        Assert.Equal("ward=<redacted>", Parameters(clinic => clinic.Patients.Count(patient => patient.Diagnosis == ward)));
    }

    [Fact]
    public void A_long_text_is_not()
    {
        var notes = new string('n', 65);

        Assert.Equal("notes=<65 characters>", Parameters(clinic => clinic.Patients.Count(patient => patient.Notes == notes)));
    }

    [Fact]
    public void A_value_whose_column_is_not_known_is_not()
    {
        var ward = "B3";

        Assert.Equal("ward=<column unknown>", Parameters(clinic => clinic.Patients.Count(patient => patient.Ward.ToLower() == ward)));
    }

    [Fact]
    public void A_saved_row_shows_what_may_be_shown() => Assert.Equal(
        "p0=7 p1=<redacted> p2= p3=<redacted> p4=B3",
        Parameters(clinic =>
        {
            clinic.Patients.Add(new Patient { Id = 7, Ward = "B3", Diagnosis = "flu", Password = "hunter2" });
            clinic.SaveChanges();
        }));

    [Fact]
    public void Nothing_is_kept_unless_asked_for()
    {
        using var services = Create(recorded: false);
        using var clinic = services.GetRequiredService<ClinicContext>();
        var ward = "B3";

        _ = clinic.Patients.Count(patient => patient.Ward == ward);

        Assert.Empty(services.GetRequiredService<SlowQueries>().GetReport().Entries[0].Parameters);
    }

    [Fact]
    public void A_secret_shows_in_no_output() => Gen.Select(Gen.String[Gen.Char['a', 'z'], 8, 12], Gen.Int[0, 5]).Sample(
        (word, place) =>
        {
            var secret = "S3cret" + word;
            Parameters(clinic =>
            {
                switch (place)
                {
                    case 0:
                        _ = clinic.Patients.Count(patient => patient.Password == secret || patient.Diagnosis == secret);
                        break;
                    case 1:
                        clinic.Patients.Add(new Patient { Password = secret, Diagnosis = secret });
                        clinic.SaveChanges();
                        break;
                    case 2:
                        clinic.Patients.ExecuteUpdate(update => update.SetProperty(patient => patient.Password, secret));
                        break;
                    case 3:
                        var list = new[] { secret, "other" };
                        _ = clinic.Patients.Count(patient => list.Contains(patient.Diagnosis));
                        break;
                    case 4:
                        _ = clinic.Patients.Count(patient => patient.Password.StartsWith(secret));
                        break;
                    default:
                        _ = clinic.Database.ExecuteSql($"UPDATE Patients SET Diagnosis = {secret} WHERE Notes || {secret} = Ward");
                        break;
                }
            });
            var report = _services.GetRequiredService<SlowQueries>().GetReport();
            return !JsonSerializer.Serialize(report).Contains(secret, StringComparison.Ordinal)
                && !ReportText.Write(report).Contains(secret, StringComparison.Ordinal)
                && !_log.Lines.Any(line => line.Line.Contains(secret, StringComparison.Ordinal));
        },
        iter: 200, threads: 1);

    [Fact]
    public void Values_count_into_the_memory_that_is_capped()
    {
        var entry = new SlowQueryEntry(default, SlowQueryKind.SlowExecution, SlowQuerySeverity.Warning, default, QueryAction.Select, null, null, null, "");

        Assert.Equal(entry.Size + 24 + 48 + 40 + 48, (entry with { Parameters = [new SlowQueryParameter("12345678", "123456789012", false)] }).Size);
    }

    private string Parameters(Action<ClinicContext> run)
    {
        using var clinic = _services.GetRequiredService<ClinicContext>();
        run(clinic);
        return string.Join(
            ' ', _services.GetRequiredService<SlowQueries>().GetReport().Entries.First(entry => entry.Kind == SlowQueryKind.SlowExecution).Parameters.Select(parameter => $"{parameter.Name}={parameter.Value}"));
    }

    private ServiceProvider Create(bool recorded)
    {
        var budgets = new BudgetFile { Path = "perf-budgets.json", Queries = new QueryThresholds(null, Duration.Parse("1 ns"), Duration.Parse("1000 s")) };
        return new ServiceCollection()
            .AddPerfMonitor(monitor => (monitor.Budgets, monitor.RecordParameterValues) = (budgets, recorded))
            .AddLogging(logging => logging.AddProvider(_log))
            .AddDbContext<ClinicContext>(options => options.UseSqlite(_connection).UsePerfMonitor(), ServiceLifetime.Transient)
            .BuildServiceProvider();
    }
}
