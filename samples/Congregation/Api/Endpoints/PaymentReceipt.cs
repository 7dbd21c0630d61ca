using System.ComponentModel.DataAnnotations;

namespace Congregation.Api.Endpoints;

public sealed record PaymentReceipt(
    [Required, StringLength(32)] string InvoiceNumber, bool Succeeded, DateTimeOffset At);
