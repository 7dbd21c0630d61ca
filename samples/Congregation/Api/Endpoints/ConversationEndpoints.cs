using System.ComponentModel.DataAnnotations;
using Congregation.Api.Auth;
using Congregation.Data.Services;

namespace Congregation.Api.Endpoints;

internal static class ConversationEndpoints
{
    public static void MapConversationEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/conversations").RequireAuthorization();
        group.MapGet("/", InboxAsync);
        group.MapPost("/", OpenAsync);
        group.MapGet("/{conversationId:int}", FindAsync);
    }

    private static Task<List<ConversationSummary>> InboxAsync(
        CurrentMember member,
        ConversationService conversations,
        CancellationToken cancellationToken,
        DateTimeOffset? before = null,
        [Range(1, 100)] int take = 25) =>
        conversations.InboxAsync(member.ChurchId, before.OrEndOfTime(), take, cancellationToken);

    private static async Task<IResult> OpenAsync(
        OpenConversationRequest request,
        CurrentMember member,
        ConversationService conversations,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var conversation = await conversations.OpenAsync(
            member.ChurchId, request.Title, request.Kind, time.GetUtcNow().UtcDateTime, cancellationToken);
        return TypedResults.Created($"/conversations/{conversation.Id}", conversation);
    }

    private static async Task<IResult> FindAsync(
        int conversationId, CurrentMember member, ConversationService conversations, CancellationToken cancellationToken) =>
        await conversations.FindAsync(member.ChurchId, conversationId, cancellationToken) is { } conversation
            ? TypedResults.Ok(conversation)
            : TypedResults.NotFound();
}
