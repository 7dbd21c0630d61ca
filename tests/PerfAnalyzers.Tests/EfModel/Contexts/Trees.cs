using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Trees;

public class Node
{
    public int NodeId { get; set; }
    public Node? Parent { get; set; }
    public ICollection<Node> Children { get; set; } = [];
    public Forest Forest { get; set; } = null!;
    public Leaf? Leaf { get; set; }
}

public class SpecialNode : Node
{
    public int KeeperId { get; set; }
    public Keeper Keeper { get; set; } = null!;
    public ICollection<Marker> Markers { get; set; } = [];
}

public class Keeper
{
    public int Id { get; set; }
    public SpecialNode? Favourite { get; set; }
    public int? FavouriteNodeId { get; set; }
    public List<SpecialNode> Nodes { get; set; } = [];
}

public class Marker
{
    public int Id { get; set; }
    public SpecialNode Node { get; set; } = null!;
    public int NodeNodeId { get; set; }
}

public class Forest
{
    public string Name { get; set; } = "";
    public int ForestID { get; set; }
    public virtual List<Node> Nodes { get; set; } = [];
}

public class Leaf
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)] public int Id { get; set; }
    public int NodeId { get; set; }
    public Node Node { get; set; } = null!;
    public DateTime? Fallen { get; protected internal set; }
    public Uri? Picture { get; set; }
    public TimeSpan[]? Times { get; set; }
    public Season Season { get; set; }
    public IList<Season> Seasons { get; set; } = [];
}

public enum Season { Spring, Autumn }

public class TreesContext : OracleContext
{
    public DbSet<Node> Nodes { get; set; }
    public DbSet<SpecialNode> SpecialNodes { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Node>().HasDiscriminator<string>("kind").HasValue<Node>("n").HasValue<SpecialNode>("s");
        modelBuilder.Entity<Keeper>().HasMany(k => k.Nodes).WithOne(n => n.Keeper);
        modelBuilder.Entity<Keeper>().HasOne(k => k.Favourite).WithMany().HasForeignKey(k => k.FavouriteNodeId);
    }
}
