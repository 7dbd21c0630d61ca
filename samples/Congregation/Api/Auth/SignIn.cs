using Congregation.Data.Services;
using Microsoft.AspNetCore.Identity;

namespace Congregation.Api.Auth;

internal sealed class SignIn(ChurchService churches, MemberService members, IPasswordHasher<SignIn> hasher)
{
    // Some password nobody has: verified when the account is unknown, so that both answers take as long.
    private static readonly string UnknownAccountHash =
        new PasswordHasher<SignIn>().HashPassword(null!, Guid.NewGuid().ToString());

    /// <returns>Null if church, address or password is wrong; which of them is not said.</returns>
    public async Task<MemberCredentials?> VerifyAsync(
        string churchSlug, string email, string password, CancellationToken cancellationToken)
    {
        var church = await churches.FindBySlugAsync(churchSlug, cancellationToken);
        var member = church is null
            ? null
            : await members.FindForSignInAsync(church.Id, email.ToLowerInvariant(), cancellationToken);

        var result = hasher.VerifyHashedPassword(this, member?.PasswordHash ?? UnknownAccountHash, password);
        return result == PasswordVerificationResult.Failed ? null : member;
    }
}
