using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Covered;

public class Church
{
    public Guid Id { get; set; }
    public IReadOnlyCollection<Donation> Donations { get; } = new List<Donation>();
    public ICollection<Event> Events { get; private set; } = [];
    public IEnumerable<Hall> Halls { get; set; } = [];
    public required Pastor Pastor { get; set; }
    public Guid PastorId { get; set; }
    public Crest? Crest { get; set; }
}

[Index(nameof(ChurchId), nameof(Status))]
public class Donation
{
    public int Id { get; set; }
    public Guid? ChurchId { get; set; }
    public Status Status { get; set; }
    public IReadOnlyList<string> Notes { get; set; } = [];
    public Dictionary<string, string> Extra => [];
}

public enum Status { Open, Closed }

[PrimaryKey(nameof(ChurchId), nameof(Day))]
public class Event
{
    public Guid ChurchId { get; set; }
    public DateOnly Day { get; set; }
    public Church? Church { get; set; }
    public int HallNumber { get; set; }
    public Guid HallChurchId { get; set; }
    public Hall? Hall { get; set; }
}

public class Hall
{
    public Guid ChurchId { get; set; }
    public int Number { get; set; }
}

public class Pastor : Person<Guid>
{
    public int ChurchId { get; set; }
    public Pastor? Mentor { get; set; }
    public Pastor? Student { get; set; }
}

public abstract class Person<TKey>
{
    public TKey Id { get; set; } = default!;
    public string Name { get; set; } = "";
    public Language? Language { get; set; }
    public int? LanguageId { get; set; }
    public Forgotten? Forgotten { get; set; }
    public IFormattable? Formattable => null;
}

public class Forgotten
{
    public int Id { get; set; }
}

public class Language
{
    public int Id { get; set; }
    public string Code { get; set; } = "";
    public List<Hymn> Hymns { get; set; } = [];
    public List<Sermon> Sermons { get; set; } = [];
}

public class Hymn
{
    public int Id { get; set; }
    public string LanguageId { get; set; } = "";
    public string LanguageCode { get; set; } = "";
}

public class Sermon
{
    public int Id { get; set; }
    public long LanguageId { get; set; }
    public Language? Language { get; set; }
    public int? TranslationOf { get; set; }
    public Sermon? Original { get; set; }
    public Sermon? Translation { get; set; }
}

public class Crest
{
    public Guid ChurchId { get; set; }
    public Guid Id { get; set; }
    public Church Church { get; set; } = null!;
    public Church? Former { get; set; }
}

public class CoveredContext : OracleContext
{
    public DbSet<Church> Churches { get; set; }
    private DbSet<Sermon> Sermons { get; set; } = null!;
    internal DbSet<Language> Languages => Set<Language>();
    public static DbSet<Nothing>? Nothings { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Ignore<Forgotten>();
        modelBuilder.Entity<Hall>().HasKey(h => new { h.ChurchId, h.Number });
        modelBuilder.Entity<Language>().HasMany(l => l.Hymns).WithOne().HasForeignKey(h => h.LanguageCode).HasPrincipalKey(l => l.Code);
        modelBuilder.Entity<Pastor>().HasOne(p => p.Mentor).WithOne(p => p.Student).HasForeignKey<Pastor>("MentorId");
        modelBuilder.Entity<Sermon>().HasOne(s => s.Original).WithOne(s => s.Translation).HasForeignKey<Sermon>(s => s.TranslationOf);
        modelBuilder.Entity<Church>().HasOne<Pastor>().WithMany().HasForeignKey("DeaconId").IsRequired(false);
        modelBuilder.Entity<Crest>().HasOne(c => c.Church).WithOne(c => c.Crest);
        modelBuilder.Entity<Crest>().HasOne(c => c.Former).WithMany().HasForeignKey("FormerKey");
    }
}

public class Nothing
{
    public int Id { get; set; }
}
