namespace Congregation.Data.Entities;

public sealed class Member
{
    public int Id { get; set; }
    public int ChurchId { get; set; }
    public Church Church { get; set; } = null!;
    public required string DisplayName { get; set; }
    public required string Email { get; set; }

    /// <summary>In E.164 form, such as <c>+15550100234</c>.</summary>
    public required string PhoneNumber { get; set; }

    public required string PasswordHash { get; set; }
    public MemberRole Role { get; set; }
    public DateTime JoinedAt { get; set; }
}
