namespace Congregation.Data.Entities;

public enum MemberRole
{
    Member,
    Leader,
    Admin,

    /// <summary>Staff of the platform itself, who see across churches.</summary>
    Operator,
}
