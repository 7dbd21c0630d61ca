using Congregation.Api.Auth;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Congregation.Api.Endpoints;

internal static class AuthEndpoints
{
    public static void MapAuthEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/auth");
        group.MapPost("/login", LoginAsync);
        group.MapPost("/refresh", Refresh);
        group.MapGet("/me", (CurrentMember member) => member).RequireAuthorization();
    }

    private static async Task<IResult> LoginAsync(
        LoginRequest request, SignIn signIn, CancellationToken cancellationToken)
    {
        var member = await signIn.VerifyAsync(request.Church, request.Email, request.Password, cancellationToken);
        return member is null
            ? TypedResults.Problem("Church, e-mail address or password is wrong.", statusCode: StatusCodes.Status401Unauthorized)
            : TypedResults.SignIn(
                CurrentMember.Of(member).ToPrincipal(), authenticationScheme: BearerTokenDefaults.AuthenticationScheme);
    }

    /// <summary>A fresh token for one about to end. It says what the old one said: a new role shows at the next sign-in.</summary>
    private static IResult Refresh(
        RefreshRequest request, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        var protector = options.Get(BearerTokenDefaults.AuthenticationScheme).RefreshTokenProtector;
        return protector.Unprotect(request.RefreshToken) is { Properties.ExpiresUtc: { } expires } ticket
            && time.GetUtcNow() < expires
                ? TypedResults.SignIn(ticket.Principal, authenticationScheme: BearerTokenDefaults.AuthenticationScheme)
                : TypedResults.Problem("Sign in again.", statusCode: StatusCodes.Status401Unauthorized);
    }
}
