using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Blogging;

public class Blog
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public Uri? Address { get; set; }
    public List<Post> Posts { get; } = [];
    public ICollection<Follower> Followers { get; set; } = [];
}

public class Post
{
    public int PostId { get; set; }
    public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
    public int? AuthorId { get; set; }
    public Person? Author { get; set; }
    public Person? Editor { get; set; }
    public List<Tag> Tags { get; set; } = [];
    public string Title { get; set; } = "";
    public byte[] Picture { get; set; } = [];
    public string[] Keywords { get; set; } = [];
    public List<int> Ratings { get; set; } = [];
    public DateTimeOffset PublishedAt { get; private set; }
    public DayOfWeek? Day { get; init; }
    public int Length => Title.Length;
    public string this[int index] => Title + index;
    public static int Count { get; set; }
    internal string Hidden { get; set; } = "";
    public object? Anything => null;
}

public class Tag
{
    public Guid ID { get; set; }
    public List<Post> Posts { get; set; } = [];
}

public class Person
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
}

public class Follower
{
    public int Id { get; set; }
    public string Email { get; set; } = "";
}

public class BloggingContext : OracleContext
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts { get; set; }
}
