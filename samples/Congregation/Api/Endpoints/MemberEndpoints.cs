using System.ComponentModel.DataAnnotations;
using Congregation.Api.Auth;
using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

internal static class MemberEndpoints
{
    public static void MapMemberEndpoints(this IEndpointRouteBuilder app) =>
        app.MapGet("/members", ListAsync).RequireAuthorization();

    private static Task<List<MemberSummary>> ListAsync(
        CurrentMember member,
        MemberService members,
        CancellationToken cancellationToken,
        [Range(0, int.MaxValue)] int skip = 0,
        [Range(1, 200)] int take = 50) =>
        members.ListAsync(member.ChurchId, skip, take, cancellationToken);
}
