using System.ComponentModel.DataAnnotations;

namespace Congregation.Api.Endpoints;

public sealed record DeliveryReceipt(
    [Required, StringLength(64)] string ProviderMessageId, bool Delivered, DateTimeOffset At);
