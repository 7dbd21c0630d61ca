namespace Congregation.Data.Entities;

/// <summary>A tenant. Everything else belongs to exactly one church.</summary>
public sealed class Church
{
    public int Id { get; set; }
    public required string Name { get; set; }

    /// <summary>The name people type when they sign in, such as <c>grace-chapel</c>.</summary>
    public required string Slug { get; set; }

    public DateTime CreatedAt { get; set; }
}
