using Congregation.Data.Entities;

namespace Congregation.Data.Services;

public sealed record MemberCredentials(int Id, int ChurchId, string DisplayName, MemberRole Role, string PasswordHash);
