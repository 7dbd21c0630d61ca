namespace Congregation.Data.Services;

public sealed record ChurchSummary(int Id, string Name, string Slug);
