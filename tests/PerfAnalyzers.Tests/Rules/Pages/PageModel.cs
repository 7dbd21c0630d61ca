using Microsoft.EntityFrameworkCore;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>What the rules' pages ask about. Read as text too, for the analyzer.</summary>
public class PageContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Message> Messages => Set<Message>();
}

public enum OrderStatus
{
    Open,
    Sent,
    Closed,
}

public class Invoice
{
    public int Id { get; set; }

    public string Number { get; set; } = "";

    public string ExternalNumber { get; set; } = "";

    public decimal Total { get; set; }
}

public class Payment
{
    public int Id { get; set; }

    public string Reference { get; set; } = "";

    public decimal Amount { get; set; }
}

public class Member
{
    public int Id { get; set; }

    public int ChurchId { get; set; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";
}

public class Order
{
    public int Id { get; set; }

    public OrderStatus Status { get; set; }

    public DateTime CreatedAt { get; set; }

    public int CustomerId { get; set; }

    public Customer Customer { get; set; } = null!;
}

public class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public int CompanyId { get; set; }

    public Company Company { get; set; } = null!;
}

public class Company
{
    public int Id { get; set; }

    public List<Customer> Customers { get; } = [];
}

public class Message
{
    public int Id { get; set; }

    public int ConversationId { get; set; }

    public DateTime SentAt { get; set; }

    public string Text { get; set; } = "";
}
