using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.CodeFixes;

public class AddIndexCodeFixTests
{
    private const string Query = """
        public class Queries
        {
            public Order Find(Db db, string email, DateTime since) => db.Orders.First(o => {|PERF101:o.Email == email && o.CreatedAt > since|});
        }
        """;

    private const string FixedQuery = """
        public class Queries
        {
            public Order Find(Db db, string email, DateTime since) => db.Orders.First(o => o.Email == email && o.CreatedAt > since);
        }
        """;

    private const string PlainDb = """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }

        """;

    private const string Members = """
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public DateTime CreatedAt { get; set; }
        }

        """;

    [Fact]
    public Task An_entity_without_configuration_gets_an_attribute() => Verify(
        "public class Order\n" + Members + PlainDb,
        "[Index(nameof(Email), nameof(CreatedAt))]\npublic class Order\n" + Members + PlainDb);

    [Fact]
    public Task An_attribute_stands_below_the_documentation() => Verify(
        "/// <summary>An order.</summary>\npublic class Order\n" + Members + PlainDb,
        "/// <summary>An order.</summary>\n[Index(nameof(Email), nameof(CreatedAt))]\npublic class Order\n" + Members + PlainDb);

    [Fact]
    public Task An_attribute_stands_after_the_others() => Verify(
        "// Kept for ten years.\n[Index(nameof(CreatedAt), IsUnique = true, AllDescending = true)]\n[Table(\"orders\")]\npublic class Order\n" + Members.Replace("CreatedAt", "PaidAt").Replace("public int Id", "public DateTime CreatedAt { get; set; }\n    public int Id") + PlainDb,
        "// Kept for ten years.\n[Index(nameof(CreatedAt), IsUnique = true, AllDescending = true)]\n[Table(\"orders\")]\n[Index(nameof(Email))]\npublic class Order\n" + Members.Replace("CreatedAt", "PaidAt").Replace("public int Id", "public DateTime CreatedAt { get; set; }\n    public int Id") + PlainDb,
        "{|PERF101:o.Email == email|}");

    [Fact]
    public Task A_configuration_class_gets_a_call_after_its_last_index() => Verify(
        "public class Order\n" + Members + """
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder)
            {
                builder.HasIndex(o => o.Id).IsUnique();
                builder.ToTable("orders");
            }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OrderConfiguration());
        }

        """,
        "public class Order\n" + Members + """
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder)
            {
                builder.HasIndex(o => o.Id).IsUnique();
                builder.HasIndex(o => new { o.Email, o.CreatedAt });
                builder.ToTable("orders");
            }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OrderConfiguration());
        }

        """);

    [Fact]
    public Task An_expression_bodied_configuration_becomes_a_block() => Verify(
        "public class Order\n" + Members + """
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder) => builder.ToTable("orders");
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OrderConfiguration());
        }

        """,
        "public class Order\n" + Members + """
        public class OrderConfiguration : IEntityTypeConfiguration<Order>
        {
            public void Configure(EntityTypeBuilder<Order> builder)
            {
                builder.ToTable("orders");
                builder.HasIndex(o => new { o.Email, o.CreatedAt });
            }
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new OrderConfiguration());
        }

        """);

    [Fact]
    public Task A_lambda_of_OnModelCreating_gets_a_call() => Verify(
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>(order =>
                {
                    order.Property(o => o.Email).HasMaxLength(200);
                });
            }
        }

        """,
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>(order =>
                {
                    order.Property(o => o.Email).HasMaxLength(200);
                    order.HasIndex(o => new { o.Email, o.CreatedAt });
                });
            }
        }

        """);

    [Fact]
    public Task A_chain_of_OnModelCreating_gets_a_statement_after_it() => Verify(
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>().HasKey(o => o.Id);
            }
        }

        """,
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>().HasKey(o => o.Id);
                modelBuilder.Entity<Order>().HasIndex(o => new { o.Email, o.CreatedAt });
            }
        }

        """);

    [Fact]
    public Task An_expression_bodied_OnModelCreating_becomes_a_block() => Verify(
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().ToTable("orders");
        }

        """,
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>().ToTable("orders");
                modelBuilder.Entity<Order>().HasIndex(o => new { o.Email, o.CreatedAt });
            }
        }

        """);

    [Fact]
    public Task An_expression_bodied_lambda_becomes_a_block() => Verify(
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>(order => order.ToTable("orders"));
            }
        }

        """,
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>(order =>
                {
                    order.ToTable("orders");
                    order.HasIndex(o => new { o.Email, o.CreatedAt });
                });
            }
        }

        """);

    [Fact]
    public Task Each_operand_of_an_or_gets_an_index() => Verify(
        "public class Order\n" + Members + PlainDb,
        "[Index(nameof(Email))]\n[Index(nameof(CreatedAt))]\npublic class Order\n" + Members + PlainDb,
        "{|PERF101:o.Email == email || o.CreatedAt > since|}");

    [Fact]
    public Task A_shadow_property_is_named_by_text() => Verify(
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>().Property<string>("Reference");
            }
        }

        """,
        "public class Order\n" + Members + """
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>().Property<string>("Reference");
                modelBuilder.Entity<Order>().HasIndex("Reference");
            }
        }

        """,
        "{|PERF101:EF.Property<string>(o, \"Reference\") == email|}");

    [Fact]
    public Task An_entity_in_a_file_of_its_own_gets_the_using_too() => RuleVerifier.VerifyFix(
        [
            TestCompilation.Usings + PlainDb + Query,
            "// Licence.\nusing System;\n\nnamespace Shop;\n\npublic class Customer { }\n\npublic class Order\n" + Members,
            "global using Shop;\n",
        ],
        [
            TestCompilation.Usings + PlainDb + FixedQuery,
            "// Licence.\nusing System;\nusing Microsoft.EntityFrameworkCore;\n\nnamespace Shop;\n\npublic class Customer { }\n\n[Index(nameof(Email), nameof(CreatedAt))]\npublic class Order\n" + Members,
            "global using Shop;\n",
        ]);

    [Fact]
    public Task An_entity_of_another_project_gets_its_attribute_there() => VerifyInOtherProject(isFixed: true, hasEntityFramework: true);

    [Fact]
    public Task An_entity_in_a_project_without_EF_Core_is_left_alone() => VerifyInOtherProject(isFixed: false, hasEntityFramework: false);

    private static Task VerifyInOtherProject(bool isFixed, bool hasEntityFramework)
    {
        const string entities = "using System;\n\nnamespace Shop;\n\npublic class Customer { }\n\npublic class Order\n" + Members;
        const string fixedEntities = "using System;\nusing Microsoft.EntityFrameworkCore;\n\nnamespace Shop;\n\npublic class Customer { }\n\n[Index(nameof(Email), nameof(CreatedAt))]\npublic class Order\n" + Members;
        const string usings = "global using Shop;\n" + TestCompilation.Usings + PlainDb;
        return RuleVerifier.VerifyFixInOtherProject(usings + Query, usings + (isFixed ? FixedQuery : Query), entities, isFixed ? fixedEntities : entities, hasEntityFramework);
    }

    private static Task Verify(string model, string fixedModel) =>
        RuleVerifier.VerifyFix(TestCompilation.Usings + model + Query, TestCompilation.Usings + fixedModel + FixedQuery);

    private static Task Verify(string model, string fixedModel, string predicate)
    {
        const string marked = "{|PERF101:o.Email == email && o.CreatedAt > since|}";
        var plain = predicate.Replace("{|PERF101:", "").Replace("|}", "");
        return RuleVerifier.VerifyFix(
            TestCompilation.Usings + model + Query.Replace(marked, predicate),
            TestCompilation.Usings + fixedModel + Query.Replace(marked, plain));
    }
}
