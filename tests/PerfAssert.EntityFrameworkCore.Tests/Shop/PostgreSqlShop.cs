using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PerfTooling.Shared;

namespace PerfAssert.EntityFrameworkCore.Tests.Shop;

/// <summary>The server starts with the first context.</summary>
public sealed class PostgreSqlShop : ShopDatabase
{
    private PostgreSqlServer? _server;

    /// <summary>For connections that are opened and closed with each query.</summary>
    public string ConnectionString => _server?.ConnectionString ?? throw new InvalidOperationException("The server starts with the first context.");

    public override void Dispose()
    {
        base.Dispose();
        _server?.Dispose();
    }

    protected override DbConnection Connect()
    {
        _server = PostgreSqlServer.Start();
        return new NpgsqlConnection(_server.ConnectionString + ";Pooling=false");
    }

    protected override DbContextOptions<ShopContext> Options(DbConnection connection) => new DbContextOptionsBuilder<ShopContext>().UseNpgsql(connection).Options;
}
