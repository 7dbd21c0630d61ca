using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

/// <summary>A database with 5 customers, 20 orders (4 each) and 60 lines (3 each). SQLite in memory, or PostgreSQL on a server of its own.</summary>
public abstract class ShopDatabase : IDisposable
{
    private readonly Lazy<DbConnection> _connection;

    protected ShopDatabase() => _connection = new Lazy<DbConnection>(Create);

    /// <summary>Kept open by the database; contexts find it open and leave it so.</summary>
    public DbConnection Connection => _connection.Value;

    public ShopContext Context() => new(Options(Connection));

    public virtual void Dispose()
    {
        if (_connection.IsValueCreated)
            Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract DbConnection Connect();

    protected abstract DbContextOptions<ShopContext> Options(DbConnection connection);

    private DbConnection Create()
    {
        var connection = Connect();
        connection.Open();
        using var context = new ShopContext(Options(connection));
        context.Database.EnsureCreated();
        for (var customer = 1; customer <= 5; customer++)
        {
            context.Add(new Customer
            {
                Email = $"c{customer}@example.com",
                City = "Oslo",
                Orders = [.. Enumerable.Range(0, 4).Select(i => new Order { Code = $"{customer}-{i}", Status = i, Priority = i, Day = customer, IsOpen = i == 0, Lines = [.. Enumerable.Range(0, 3).Select(j => new Line { Sku = $"S{j}" })] })],
            });
        }

        context.SaveChanges();
        return connection;
    }
}
