using Microsoft.EntityFrameworkCore;

namespace PerfMonitor.Tests.Redaction;

internal sealed class ClinicContext(DbContextOptions<ClinicContext> options) : DbContext(options)
{
    public DbSet<Patient> Patients => Set<Patient>();
}
