using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.OpenId;

public class Client
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public class OpenIdContext : OracleContext
{
    public DbSet<Client> Clients { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<Client>().HasIndex(client => client.Name);
    }
}
