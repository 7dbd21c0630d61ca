using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Configured;

public interface IAudited
{
    DateTime CreatedAt { get; set; }
    int ChangedBy { get; set; }
}

public abstract class Entity<TKey>
{
    public TKey Id { get; protected set; } = default!;
}

public class Project : Entity<Guid>, IAudited
{
    public string Code { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public int ChangedBy { get; set; }
    public virtual ICollection<Work> Works { get; } = [];
}

public class Work : Entity<int>, IAudited
{
    public Guid ProjectId { get; set; }
    public virtual Project Project { get; set; } = null!;
    public DateTime CreatedAt { get; set; }
    public int ChangedBy { get; set; }
}

internal abstract class EntityConfiguration<TEntity, TKey> : IEntityTypeConfiguration<TEntity>
    where TEntity : Entity<TKey>, IAudited
{
    public virtual void Configure(EntityTypeBuilder<TEntity> builder)
    {
        builder.HasKey(entity => entity.Id);
        builder.HasIndex(entity => entity.CreatedAt).IsDescending();
        builder.Audited();
    }
}

internal static class Extensions
{
    public static EntityTypeBuilder<T> Audited<T>(this EntityTypeBuilder<T> builder, bool unique = false)
        where T : class, IAudited
    {
        builder.HasIndex(nameof(IAudited.ChangedBy));
        builder.Property(entity => entity.CreatedAt).HasDefaultValueSql("now()");
        return builder;
    }
}

internal sealed class ProjectConfiguration : EntityConfiguration<Project, Guid>
{
    public override void Configure(EntityTypeBuilder<Project> builder)
    {
        base.Configure(builder);
        builder.HasIndex(project => project.Code).IsUnique();
        builder.HasMany(project => project.Works).WithOne(work => work.Project).HasForeignKey(work => work.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.Metadata.FindNavigation(nameof(Project.Works))!.SetPropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class WorkConfiguration : EntityConfiguration<Work, int>;

public class ConfiguredContext : OracleContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConfiguredContext).Assembly);
        foreach (var foreignKey in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
            foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType == typeof(decimal)))
        {
            property.SetPrecision(18);
            property.SetScale(2);
        }
    }
}
