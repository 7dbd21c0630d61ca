using System.ComponentModel.DataAnnotations;
using Congregation.Data.Entities;

namespace Congregation.Api.Endpoints;

public sealed record OpenConversationRequest(
    [Required, StringLength(200, MinimumLength = 1)] string Title,
    [EnumDataType(typeof(ConversationKind))] ConversationKind Kind);
