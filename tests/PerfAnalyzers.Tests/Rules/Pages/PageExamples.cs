using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>The examples of the rules' pages, in the order in which they stand there.</summary>
internal static class PageExamples
{
    private const string number = "INV-1";
    private const string email = "anna@example.org";
    private const string text = "an";
    private const int churchId = 1;
    private const int conversationId = 1;
    private const int companyId = 1;
    private const int customerId = 1;
    private static readonly DateTime day = new(2026, 1, 1);

    public static IReadOnlyList<PageExample> All { get; } =
    [
        new("PERF101", true, modelBuilder => { }, db => db.Invoices.SingleOrDefaultAsync(i => i.ExternalNumber == number)),
        new("PERF101", false, modelBuilder => modelBuilder.Entity<Invoice>().HasIndex(i => i.ExternalNumber), db => db.Invoices.SingleOrDefaultAsync(i => i.ExternalNumber == number)),

        new("PERF102", true, modelBuilder => modelBuilder.Entity<Member>().HasIndex(m => new { m.ChurchId, m.Email }), db => db.Members.SingleOrDefaultAsync(m => m.Email == email)),
        new("PERF102", false, modelBuilder => modelBuilder.Entity<Member>().HasIndex(m => new { m.ChurchId, m.Email }), db => db.Members.SingleOrDefaultAsync(m => m.ChurchId == churchId && m.Email == email)),
        new("PERF102", false, modelBuilder => modelBuilder.Entity<Member>().HasIndex(m => m.Email), db => db.Members.SingleOrDefaultAsync(m => m.Email == email)),

        new("PERF103", true, modelBuilder => { }, db => db.Orders.OrderByDescending(o => o.CreatedAt).Take(20).ToListAsync()),
        new("PERF103", false, modelBuilder => modelBuilder.Entity<Order>().HasIndex(o => o.CreatedAt), db => db.Orders.OrderByDescending(o => o.CreatedAt).Take(20).ToListAsync()),

        new("PERF104", true, modelBuilder => modelBuilder.Entity<Message>().HasIndex(m => m.ConversationId), db => db.Messages
            .Where(m => m.ConversationId == conversationId)
            .OrderByDescending(m => m.SentAt)
            .Take(50)
            .ToListAsync()),
        new("PERF104", false, modelBuilder => modelBuilder.Entity<Message>().HasIndex(m => new { m.ConversationId, m.SentAt }), db => db.Messages
            .Where(m => m.ConversationId == conversationId)
            .OrderByDescending(m => m.SentAt)
            .Take(50)
            .ToListAsync()),

        new("PERF105", true, modelBuilder => modelBuilder.Entity<Order>().HasIndex(o => o.CreatedAt), db => db.Orders.Where(o => o.CreatedAt.Date == day).ToListAsync()),
        new("PERF105", false, modelBuilder => modelBuilder.Entity<Order>().HasIndex(o => o.CreatedAt), db => db.Orders.Where(o => o.CreatedAt >= day && o.CreatedAt < day.AddDays(1)).ToListAsync()),

        new("PERF106", true, modelBuilder => { }, db => db.Customers.Where(c => c.Name.Contains(text)).ToListAsync()),
        new("PERF106", false, modelBuilder => { }, db => db.Customers.Where(c => c.CompanyId == companyId && c.Name.Contains(text)).ToListAsync()),

        new("PERF107", true, modelBuilder => { }, db => db.Payments.Join(db.Invoices, p => p.Reference, i => i.Number, (p, i) => new { p.Amount, i.Total }).ToListAsync()),
        new("PERF107", false, modelBuilder => modelBuilder.Entity<Invoice>().HasIndex(i => i.Number), db => db.Payments.Join(db.Invoices, p => p.Reference, i => i.Number, (p, i) => new { p.Amount, i.Total }).ToListAsync()),

        new(
            "PERF108",
            true,
            modelBuilder =>
            {
                modelBuilder.Entity<Member>().HasIndex(m => m.ChurchId);
                modelBuilder.Entity<Member>().HasIndex(m => new { m.ChurchId, m.Email });
            },
            db => db.Members.Where(m => m.ChurchId == churchId).ToListAsync()),
        new("PERF108", false, modelBuilder => modelBuilder.Entity<Member>().HasIndex(m => new { m.ChurchId, m.Email }), db => db.Members.Where(m => m.ChurchId == churchId).ToListAsync()),

        new("PERF110", true, modelBuilder => modelBuilder.Entity<Customer>().HasIndex(c => c.Email), db => db.Customers.FirstOrDefaultAsync(c => c.Email == text || c.Phone == text)),
        new(
            "PERF110",
            false,
            modelBuilder =>
            {
                modelBuilder.Entity<Customer>().HasIndex(c => c.Email);
                modelBuilder.Entity<Customer>().HasIndex(c => c.Phone);
            },
            db => db.Customers.FirstOrDefaultAsync(c => c.Email == text || c.Phone == text)),

        new("PERF111", true, modelBuilder => { }, db => db.Orders.Where(o => o.Status != OrderStatus.Closed).ToListAsync()),
        new("PERF111", false, modelBuilder => { }, db => db.Orders.Where(o => o.CustomerId == customerId && o.Status != OrderStatus.Closed).ToListAsync()),
    ];
}
