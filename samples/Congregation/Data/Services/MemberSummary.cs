namespace Congregation.Data.Services;

public sealed record MemberSummary(int Id, string DisplayName, string Email, string PhoneNumber);
