using PerfAnalyzers.Tests.Infrastructure;

namespace PerfAnalyzers.Tests.Rules;

public class FilterNotServedTests
{
    private const string Model = """
        public enum Status { Open, Paid }
        public class Customer { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Index(nameof(Number))]
        public class Order
        {
            public int Id { get; set; }
            public string Number { get; set; } = "";
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
            public bool IsPaid { get; set; }
            public Status Status { get; set; }
            public DateTime CreatedAt { get; set; }
            public int CustomerId { get; set; }
            public Customer Customer { get; set; } = null!;
        }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Customer> Customers => Set<Customer>();
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");
        }

        """;

    [Fact]
    public Task A_filter_on_a_column_without_index_is_reported() => Verify("db.Orders.Where(o => {|PERF101:o.Email == email|}).ToList();");

    [Fact]
    public Task A_predicate_of_a_terminal_operator_is_reported() => Verify("await db.Orders.FirstOrDefaultAsync(o => {|PERF101:o.Email == email|});");

    [Fact]
    public Task Query_syntax_is_reported() => Verify("(from o in db.Orders where {|PERF101:o.Email == email|} select o.Id).ToList();");

    [Fact]
    public Task A_range_is_reported() => Verify("db.Orders.Count(o => {|PERF101:o.CreatedAt > since|});");

    [Fact]
    public Task A_list_is_reported() => Verify("db.Orders.Where(o => {|PERF101:new[] { email }.Contains(o.Email)|}).ToList();");

    [Fact]
    public Task A_filter_on_another_table_without_index_changes_nothing() =>
        Verify("db.Orders.Where(o => {|PERF101:o.Email == email && o.Customer.Name == email|}).ToList();");

    [Fact]
    public Task An_or_without_any_index_is_reported() => Verify("db.Orders.Any(o => {|PERF101:o.Email == email || o.Phone == email|});");

    [Fact]
    public Task All_looks_for_the_opposite() => Verify("db.Orders.All(o => {|PERF101:o.Email != email|});");

    [Fact]
    public Task Two_filters_are_reported_once() => Verify("db.Orders.Where(o => {|PERF101:o.Email == email|}).Where(o => o.Phone == email).ToList();");

    [Fact]
    public Task The_filter_is_reported_on_its_own_line_of_a_chain() => Verify("""
        db.Orders
                    .AsNoTracking()
                    .Where(o => {|PERF101:o.Email == email|})
                    .OrderBy(o => o.Id)
                    .ToList();
        """);

    [Theory]
    [InlineData("db.Orders.Where(o => o.Id == id).ToList();")]
    [InlineData("db.Orders.Where(o => o.Number == email).ToList();")]
    [InlineData("db.Orders.Where(o => o.CustomerId == id).ToList();")]
    [InlineData("db.Orders.Where(o => o.Customer.Id == id).ToList();")]
    [InlineData("db.Orders.Where(o => o.Email != email && o.Number == email).ToList();")]
    [InlineData("db.Orders.Where(o => o.Number == email || o.Id == id).ToList();")]
    public Task A_filter_that_an_index_serves_is_left_alone(string query) => Verify(query);

    [Theory]
    [InlineData("db.Orders.Where(o => {|PERF111:o.IsPaid|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Status == Status.Open|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF111:o.Email != email|}).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF110:o.Email == email|} || o.Id == id).ToList();")]
    [InlineData("db.Orders.Where(o => {|PERF104:o.Email == email|} && o.Number == email).ToList();")]
    public Task What_other_rules_speak_of_is_left_to_them(string query) => Verify(query);

    [Fact]
    public Task A_variable_compared_with_null_is_not_in_the_SQL() => Verify("db.Orders.Where(o => {|PERF101:email == null || o.Email == email|}).ToList();");

    [Theory]
    [InlineData("db.Orders.FromSqlRaw(\"select * from Orders\").Where(o => o.Email == email).ToList();")]
    [InlineData("var query = db.Orders.Where(o => o.Email == email); query = query.Where(o => o.Id == id); query.ToList();")]
    public Task What_is_not_understood_is_left_alone(string query) => Verify(query);

    [Fact]
    public Task A_table_that_is_only_partly_known_is_left_alone() => RuleVerifier.Verify("""
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public Action<ModelBuilder>? Configure { get; set; }
            protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure?.Invoke(modelBuilder);
            public Order Find(string email) => Orders.First(o => o.Email == email);
        }
        """);

    [Fact]
    public Task A_table_seeded_by_the_model_is_left_alone() => RuleVerifier.Verify("""
        public class Country { public int Id { get; set; } public string Code { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Country> Countries => Set<Country>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Country>().HasData(new Country { Id = 1, Code = "NL" });
            public Country Find(string code) => Countries.First(c => c.Code == code);
        }
        """);

    [Fact]
    public Task An_indexed_query_filter_serves_the_query() => RuleVerifier.Verify("""
        public class Order { public int Id { get; set; } public int TenantId { get; set; } public string Email { get; set; } = ""; }
        public class Db : DbContext
        {
            private int _tenant;
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>(order =>
            {
                order.HasIndex(o => o.TenantId);
                order.HasQueryFilter(o => o.TenantId == _tenant);
            });
            public Order Find(string email) => Orders.First(o => o.Email == email);
            public Order FindAnywhere(string email) => Orders.IgnoreQueryFilters().First(o => {|PERF101:o.Email == email|});
        }
        """);

    [Theory]
    [InlineData("modelBuilder.Entity(Configure)")]
    [InlineData("modelBuilder.Entity<Order>(Configure)")]
    [InlineData("Shared.Configure(modelBuilder)")]
    public Task A_configuration_that_cannot_be_followed_might_hold_the_index(string call) => RuleVerifier.Verify($$"""
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; }
        public static class Shared { public static Action<ModelBuilder> Configure { get; set; } = _ => { }; }
        public class Db : DbContext
        {
            public Action<EntityTypeBuilder<Order>> Configure { get; set; } = _ => { };
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => {{call}};
            public Order Find(string email) => Orders.First(o => o.Email == email);
        }
        """);

    [Fact]
    public Task A_configuration_that_inherits_from_a_package_might_hold_the_index()
    {
        var package = TestCompilation.Create(TestCompilation.Usings + """
            public abstract class Stored<T> : IEntityTypeConfiguration<T> where T : class
            {
                public virtual void Configure(EntityTypeBuilder<T> builder) => builder.HasIndex("Email");
            }
            """);
        return RuleVerifier.Verify([.. TestCompilation.SqliteReferences, TestCompilation.Emit(package)], """
            public class Order { public int Id { get; set; } public string Email { get; set; } = ""; }
            public class Orders : Stored<Order>;
            public class Db : DbContext
            {
                public DbSet<Order> Orders => Set<Order>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
                public Order Find(string email) => Orders.First(o => o.Email == email);
            }
            """);
    }

    [Fact]
    public Task A_scaffolded_context_is_fully_known() => RuleVerifier.Verify("""
        public partial class Order { public int Id { get; set; } public string Email { get; set; } = null!; public string Phone { get; set; } = null!; }
        public partial class Db : DbContext
        {
            public virtual DbSet<Order> Orders { get; set; }
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Order>(entity =>
                {
                    entity.HasKey(e => e.Id).HasName("PK_Orders");
                    entity.ToTable("Orders", "dbo", tb => tb.HasTrigger("trg"));
                    entity.HasIndex(e => e.Phone, "IX_Orders_Phone").IsUnique();
                    entity.Property(e => e.Email).HasMaxLength(100).IsUnicode(false).HasColumnName("email");
                });
                OnModelCreatingPartial(modelBuilder);
            }
            partial void OnModelCreatingPartial(ModelBuilder modelBuilder);
            public Order Find(string email) => Orders.First(o => {|PERF101:o.Email == email|});
            public Order Call(string phone) => Orders.First(o => o.Phone == phone);
        }
        """);

    [Fact]
    public Task A_query_filter_on_another_table_might_serve_the_query() => RuleVerifier.Verify("""
        public class Shop { public int Id { get; set; } public int TenantId { get; set; } }
        public class Order { public int Id { get; set; } public Shop Shop { get; set; } = null!; public string Email { get; set; } = ""; }
        public class Db : DbContext
        {
            private int _tenant;
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasQueryFilter(o => o.Shop.TenantId == _tenant);
            public Order Find(string email) => Orders.First(o => o.Email == email);
        }
        """);

    [Fact]
    public Task A_foreign_key_to_a_user_of_Identity_is_indexed() => RuleVerifier.Verify(
        TestCompilation.References("Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.AspNetCore.Identity.EntityFrameworkCore"),
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
        public class User : IdentityUser<int> { public List<Order> Orders { get; set; } = new(); }
        public class Order { public int Id { get; set; } public int UserId { get; set; } public User User { get; set; } = null!; public string Email { get; set; } = ""; }
        public class Db : IdentityDbContext<User, IdentityRole<int>, int>
        {
            public DbSet<Order> Orders { get; set; } = null!;
            public List<Order> Of(int user) => Orders.Where(o => o.UserId == user).ToList();
            public Order Find(string email) => Orders.First(o => {|PERF101:o.Email == email|});
        }
        """);

    [Fact]
    public Task A_query_inside_the_context_is_reported() => RuleVerifier.Verify("""
        public class Order { public int Id { get; set; } public string Email { get; set; } = ""; }
        public class Db : DbContext
        {
            public DbSet<Order> Orders { get; set; } = null!;
            public Order Find(string email) => Orders.First(o => {|PERF101:o.Email == email|});
            public Order FindToo(string email) => this.Set<Order>().First(o => {|PERF101:o.Email == email|});
        }
        """);

    private static Task Verify(string query) => RuleVerifier.Verify(Model + $$"""
        public class Queries
        {
            public async Task Run(Db db, string email, int id, DateTime since)
            {
                {{query}}
                await Task.Yield();
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var o in db.Orders.Where(o => {|PERF101:o.Phone == text|})) { }")]
    [InlineData("foreach (var o in (from o in db.Orders where {|PERF101:o.Phone == text|} select o)) { }")]
    public Task What_a_loop_runs_over_is_read(string loop) => RuleShop.Verify(loop);
}
