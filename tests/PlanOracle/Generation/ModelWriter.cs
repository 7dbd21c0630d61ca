using System.Text;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>Writes a model as C#: entities, configuration in the style of each, and the context <c>Db</c>.</summary>
internal static class ModelWriter
{
    public static string Write(ModelPlan model)
    {
        var text = new StringBuilder();
        text.AppendLine("""
            public enum State { Open, Held, Done, Gone }
            public interface IAudited { DateTime CreatedAt { get; set; } }
            public class Address { public string Street { get; set; } = ""; public int Zip { get; set; } }
            """);
        text.AppendLine($$"""
            public abstract class AuditedConfiguration<T> : IEntityTypeConfiguration<T> where T : class, IAudited
            {
                public virtual void Configure(EntityTypeBuilder<T> builder)
                {
                    {{(model.BaseDeclaresIndex ? "builder.HasIndex(x => x.CreatedAt);" : "builder.Property(x => x.CreatedAt).IsRequired();")}}
                }
            }
            """);
        foreach (var entity in model.Entities)
        {
            text.Append(EntityWriter.Class(entity));
            text.Append(ConfigurationType(entity));
        }

        return text.Append(Context(model)).ToString();
    }

    /// <summary>What stands outside the context: a configuration class or an extension method.</summary>
    private static string ConfigurationType(EntityPlan entity) => entity.Style switch
    {
        ConfigurationStyle.Class => $$"""
            public class {{entity.Name}}Configuration : IEntityTypeConfiguration<{{entity.Name}}>
            {
                public void Configure(EntityTypeBuilder<{{entity.Name}}> builder)
                {
            {{Lines(entity, "builder", 8)}}
                }
            }

            """,
        ConfigurationStyle.DerivedClass => $$"""
            public class {{entity.Name}}Configuration : AuditedConfiguration<{{entity.Name}}>
            {
                public override void Configure(EntityTypeBuilder<{{entity.Name}}> builder)
                {
                    base.Configure(builder);
            {{Lines(entity, "builder", 8)}}
                }
            }

            """,
        ConfigurationStyle.Extension => $$"""
            public static class {{entity.Name}}Model
            {
                public static void Configure{{entity.SetName}}(this ModelBuilder modelBuilder)
                {
                    modelBuilder.Entity<{{entity.Name}}>(entity =>
                    {
            {{Lines(entity, "entity", 12)}}
                    });
                }
            }

            """,
        _ => "",
    };

    private static string Context(ModelPlan model)
    {
        var text = new StringBuilder();
        text.AppendLine("public class Db : DbContext").AppendLine("{").AppendLine("    public Db(DbContextOptions options) : base(options) { }");
        foreach (var (entity, i) in model.Entities.Where(entity => entity.HasSet).Select((entity, i) => (entity, i)))
            text.AppendLine($"    public DbSet<{entity.Name}> {entity.SetName} {(i % 2 == 0 ? "{ get; set; } = null!;" : $"=> Set<{entity.Name}>();")}");

        text.AppendLine("    protected override void OnModelCreating(ModelBuilder modelBuilder)").AppendLine("    {");
        var classes = model.Entities.Where(entity => entity.Style is ConfigurationStyle.Class or ConfigurationStyle.DerivedClass).ToList();
        if (model.AppliesFromAssembly && classes.Count > 0)
            text.AppendLine("        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);");
        foreach (var entity in model.Entities)
            text.Append(Call(entity, model.AppliesFromAssembly));
        if (!model.Entities.Any(entity => entity.IsAudited))
            return End();

        text.Append(model.AuditLoop switch
        {
            "FindProperty" => """
                        foreach (var type in modelBuilder.Model.GetEntityTypes())
                        {
                            if (type.FindProperty("CreatedAt") is not null)
                                modelBuilder.Entity(type.ClrType).HasIndex("CreatedAt");
                        }

                """,
            "IsAssignableFrom" => """
                        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => typeof(IAudited).IsAssignableFrom(type.ClrType)))
                            modelBuilder.Entity(type.ClrType).HasIndex(nameof(IAudited.CreatedAt));

                """,
            "OfType" => """
                        foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
                        {
                            if (typeof(IAudited).IsAssignableFrom(type.ClrType))
                                modelBuilder.Entity(type.Name, entity => entity.HasIndex("CreatedAt"));
                        }

                """,
            _ => "",
        });
        return End();

        string End()
        {
            text.AppendLine("    }");
            foreach (var entity in model.Entities.Where(entity => entity.Style == ConfigurationStyle.Method))
            {
                text.AppendLine($"    private static void Configure{entity.Name}(EntityTypeBuilder<{entity.Name}> builder)").AppendLine("    {");
                text.AppendLine(Lines(entity, "builder", 8)).AppendLine("    }");
            }

            return text.AppendLine("}").ToString();
        }
    }

    private static string Call(EntityPlan entity, bool fromAssembly)
    {
        var name = entity.Name;
        var builder = char.ToLowerInvariant(name[0]) + name[1..];
        return entity.Style switch
        {
            ConfigurationStyle.Nested => $"        modelBuilder.Entity<{name}>({builder} =>\n        {{\n{Lines(entity, builder, 12)}\n        }});\n",
            ConfigurationStyle.Chained => $"        modelBuilder.Entity<{name}>();\n{Lines(entity, $"modelBuilder.Entity<{name}>()", 8)}\n",
            ConfigurationStyle.Variable => $"        var {builder} = modelBuilder.Entity<{name}>();\n{Lines(entity, builder, 8)}\n",
            ConfigurationStyle.Extension => $"        modelBuilder.Configure{entity.SetName}();\n",
            ConfigurationStyle.Method => $"        modelBuilder.Entity<{name}>(Configure{name});\n",
            _ => fromAssembly ? "" : $"        modelBuilder.ApplyConfiguration(new {name}Configuration());\n",
        };
    }

    private static string Lines(EntityPlan entity, string builder, int indent) =>
        string.Join("\n", ConfigurationWriter.Statements(entity).Select(statement => $"{new string(' ', indent)}{builder}.{statement};"));
}
