namespace Congregation.Data.Services;

public sealed record PhoneOwner(int MemberId, int ChurchId, string DisplayName);
