using System.ComponentModel.DataAnnotations;

namespace Congregation.Api.Endpoints;

public sealed record LoginRequest(
    [Required, StringLength(100)] string Church,
    [Required, EmailAddress, StringLength(254)] string Email,
    [Required, StringLength(200)] string Password);
