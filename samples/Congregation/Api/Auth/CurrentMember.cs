using System.Security.Claims;
using Congregation.Data.Entities;
using Congregation.Data.Services;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Congregation.Api.Auth;

/// <summary>Who is asking, and for which church: an endpoint takes it as a parameter, filled from the token.</summary>
internal sealed record CurrentMember(int Id, int ChurchId, string DisplayName, MemberRole Role)
{
    private const string ChurchClaim = "church";

    public static CurrentMember Of(MemberCredentials member) =>
        new(member.Id, member.ChurchId, member.DisplayName, member.Role);

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{Id}"),
            new Claim(ChurchClaim, $"{ChurchId}"),
            new Claim(ClaimTypes.Name, DisplayName),
            new Claim(ClaimTypes.Role, $"{Role}"),
        ],
        BearerTokenDefaults.AuthenticationScheme));

    public static ValueTask<CurrentMember?> BindAsync(HttpContext context)
    {
        var user = context.User;
        return ValueTask.FromResult(
            int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && int.TryParse(user.FindFirstValue(ChurchClaim), out var churchId)
            && Enum.TryParse<MemberRole>(user.FindFirstValue(ClaimTypes.Role), out var role)
                ? new CurrentMember(id, churchId, user.FindFirstValue(ClaimTypes.Name) ?? "", role)
                : null);
    }
}
