using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record IssuedInvoice(
    string Number, int ChurchId, InvoiceStatus Status, long AmountCents, DateOnly IssuedOn);
