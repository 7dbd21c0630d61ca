using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.Joins;

public class Student
{
    public int Id { get; set; }
    public List<Course> Courses { get; set; } = [];
    public List<Club> Clubs { get; set; } = [];
    public List<Team> Teams { get; set; } = [];
}

public class Course
{
    public int Id { get; set; }
    public List<Student> Students { get; set; } = [];
    public List<Enrolment> Enrolments { get; set; } = [];
}

public class Enrolment
{
    public int StudentId { get; set; }
    public int CourseId { get; set; }
    public DateTime Since { get; set; }
    public Course Course { get; set; } = null!;
}

public class Club
{
    public int Id { get; set; }
    public List<Student> Members { get; set; } = [];
}

public class Membership
{
    public int Id { get; set; }
    public int MemberId { get; set; }
    public int ClubId { get; set; }
}

public class Team
{
    public int Id { get; set; }
    public List<Student> Students { get; set; } = [];
}

public class JoinsContext : OracleContext
{
    public DbSet<Student> Students { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Student>().HasMany(s => s.Courses).WithMany(c => c.Students).UsingEntity<Enrolment>();
        modelBuilder.Entity<Student>().HasMany(s => s.Clubs).WithMany(c => c.Members).UsingEntity<Membership>(
            right => right.HasOne<Club>().WithMany().HasForeignKey(m => m.ClubId),
            left => left.HasOne<Student>().WithMany().HasForeignKey(m => m.MemberId),
            join => join.HasKey(m => m.Id));
        modelBuilder.Entity<Student>().HasMany(s => s.Teams).WithMany(t => t.Students).UsingEntity(join => join.ToTable("team_students"));
    }
}
