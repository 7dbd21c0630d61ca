namespace Congregation.Data.Seeding;

public readonly record struct SeedProgress(string Table, int Written, int Total);
