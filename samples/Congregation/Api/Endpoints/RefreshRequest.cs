using System.ComponentModel.DataAnnotations;

namespace Congregation.Api.Endpoints;

public sealed record RefreshRequest([Required] string RefreshToken);
