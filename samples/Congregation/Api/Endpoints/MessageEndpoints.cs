using System.ComponentModel.DataAnnotations;
using Congregation.Api.Auth;
using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

internal static class MessageEndpoints
{
    public static void MapMessageEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/").RequireAuthorization();
        group.MapGet("/conversations/{conversationId:int}/messages", PageAsync);
        group.MapPost("/conversations/{conversationId:int}/messages", PostAsync);
        group.MapGet("/members/me/messages", SentByMeAsync);
    }

    private static async Task<IResult> PageAsync(
        int conversationId,
        CurrentMember member,
        ConversationService conversations,
        MessageService messages,
        CancellationToken cancellationToken,
        DateTimeOffset? before = null,
        [Range(1, 200)] int take = 50)
    {
        if (await conversations.FindAsync(member.ChurchId, conversationId, cancellationToken) is null)
            return TypedResults.NotFound();
        return TypedResults.Ok(
            await messages.PageAsync(conversationId, before.OrEndOfTime(), take, cancellationToken));
    }

    private static async Task<IResult> PostAsync(
        int conversationId,
        PostMessageRequest request,
        CurrentMember member,
        MessageService messages,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var message = new NewMessage(
            member.ChurchId, conversationId, member.Id, request.Body, request.Channel, request.Recipients);
        var posted = await messages.PostAsync(message, time.GetUtcNow().UtcDateTime, cancellationToken);
        return posted is null
            ? TypedResults.NotFound()
            : TypedResults.Created($"/messages/{posted.Id}/deliveries", posted);
    }

    private static Task<List<SentMessage>> SentByMeAsync(
        CurrentMember member,
        MessageService messages,
        CancellationToken cancellationToken,
        DateTimeOffset? since = null,
        [Range(1, 200)] int take = 50) =>
        messages.SentByAsync(member.Id, since.OrStartOfTime(), take, cancellationToken);
}
