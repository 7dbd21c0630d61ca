namespace Congregation.Data.Entities;

public enum ConversationKind
{
    Direct,
    Group,
    Announcement,
}
