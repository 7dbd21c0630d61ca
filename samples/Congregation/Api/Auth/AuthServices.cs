using Congregation.Data.Entities;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;

namespace Congregation.Api.Auth;

internal static class AuthServices
{
    public const string OperatorPolicy = "Operator";

    public static IServiceCollection AddCongregationAuth(this IServiceCollection services)
    {
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        services.AddAuthorizationBuilder()
            .AddPolicy(OperatorPolicy, policy => policy.RequireRole(nameof(MemberRole.Operator)));
        return services
            .AddSingleton<IPasswordHasher<SignIn>, PasswordHasher<SignIn>>()
            .AddScoped<SignIn>();
    }
}
