using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record InvoiceView(
    int Id, string Number, InvoiceStatus Status, long AmountCents, DateOnly IssuedOn, DateTime? PaidAt);
