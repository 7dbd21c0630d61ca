using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.TablePerConcreteType;

[Index(nameof(Title))]
public abstract class Document
{
    public Guid Id { get; set; }
    public string Title { get; set; } = "";
    public int AuthorId { get; set; }
    public Author Author { get; set; } = null!;
}

public class Invoice : Document
{
    public decimal Total { get; set; }
}

public class Letter : Document
{
    public string Address { get; set; } = "";
}

public class Fax : Letter
{
    public string Number { get; set; } = "";
}

public class Author
{
    public int Id { get; set; }
}

public class TablePerConcreteTypeContext : OracleContext
{
    public DbSet<Document> Documents { get; set; }
    public DbSet<Invoice> Invoices { get; set; }
    public DbSet<Fax> Faxes { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Document>().UseTpcMappingStrategy();
        modelBuilder.Entity<Invoice>().HasIndex(invoice => invoice.Total).IsDescending();
        modelBuilder.Entity<Letter>().HasIndex(letter => new { letter.Address, letter.Title });
    }
}
