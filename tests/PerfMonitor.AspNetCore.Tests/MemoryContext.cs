using Microsoft.EntityFrameworkCore;

namespace PerfMonitor.AspNetCore.Tests;

/// <summary>A watched context over an SQLite database in memory.</summary>
internal sealed class MemoryContext(IServiceProvider services) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:").UsePerfMonitor(services);
}
