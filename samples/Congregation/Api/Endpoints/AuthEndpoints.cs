using Congregation.Api.Auth;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Congregation.Api.Endpoints;

internal static class AuthEndpoints
{
    public static void MapAuthEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/auth");
        group.MapPost("/login", LoginAsync);
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
}
