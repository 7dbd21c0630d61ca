using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.EfModel.Contexts.ManyToMany;

public class Student
{
    public int Id { get; set; }
    public List<Course> Courses { get; set; } = [];
    public List<Enrolment> Enrolments { get; set; } = [];
    public List<Club> Clubs { get; set; } = [];
    public List<Student> Friends { get; set; } = [];
    public List<Student> FriendsOf { get; set; } = [];
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
    public Student Student { get; set; } = null!;
    public int CourseId { get; set; }
    public Course Course { get; set; } = null!;
    public DateTime On { get; set; }
}

public class Club
{
    public int Id { get; set; }
    public List<Student> Members { get; set; } = [];
}

public class ManyToManyContext : OracleContext
{
    public DbSet<Student> Students { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Student>().HasMany(s => s.Courses).WithMany(c => c.Students).UsingEntity<Enrolment>(
            enrolment => enrolment.HasOne(e => e.Course).WithMany(c => c.Enrolments).HasForeignKey(e => e.CourseId),
            enrolment => enrolment.HasOne(e => e.Student).WithMany(s => s.Enrolments).HasForeignKey(e => e.StudentId),
            enrolment =>
            {
                enrolment.HasKey(e => new { e.StudentId, e.CourseId });
                enrolment.HasIndex(e => e.On);
            });
        modelBuilder.Entity<Student>().HasMany(s => s.Friends).WithMany(s => s.FriendsOf);
    }
}
