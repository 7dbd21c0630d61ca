using System.ComponentModel.DataAnnotations;
using Congregation.Data.Entities;

namespace Congregation.Api.Endpoints;

public sealed record PostMessageRequest(
    [Required, StringLength(2000, MinimumLength = 1)] string Body,
    [EnumDataType(typeof(DeliveryChannel))] DeliveryChannel Channel,
    [Required, MaxLength(100)] int[] Recipients);
