using System.ComponentModel.DataAnnotations;
using Congregation.Api.Auth;
using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

/// <summary>For the platform's own staff: the only endpoints that look across churches.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperationsEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/operations").RequireAuthorization(AuthServices.OperatorPolicy);
        group.MapGet("/members", FindByPhoneAsync);
        group.MapGet("/messages/count", MessageCountAsync);
        group.MapGet("/trials", TrialsEndingAsync);
        group.MapGet("/invoices", InvoicesIssuedAsync);
    }

    private static Task<List<PhoneOwner>> FindByPhoneAsync(
        [Phone] string phone, MemberService members, CancellationToken cancellationToken) =>
        members.FindByPhoneAsync(phone, cancellationToken);

    private static Task<int> MessageCountAsync(
        DateTimeOffset from, DateTimeOffset to, PlatformReports reports, CancellationToken cancellationToken) =>
        reports.MessageCountAsync(from.UtcDateTime, to.UtcDateTime, cancellationToken);

    private static Task<List<EndingTrial>> TrialsEndingAsync(
        DateOnly from, DateOnly until, PlatformReports reports, CancellationToken cancellationToken) =>
        reports.TrialsEndingAsync(from, until, cancellationToken);

    private static Task<List<IssuedInvoice>> InvoicesIssuedAsync(
        DateOnly from, DateOnly until, PlatformReports reports, CancellationToken cancellationToken) =>
        reports.InvoicesIssuedAsync(from, until, cancellationToken);
}
