namespace Congregation.Data.Seeding;

/// <summary>Every seeded member signs in with this password; hashing thousands of them would take minutes.</summary>
public static class DemoAccount
{
    public const string Church = "grace-chapel";
    public const string Email = "operator@grace-chapel.example";
    public const string Password = "sunday-morning";

    /// <summary><see cref="Password"/> as ASP.NET Core's <c>PasswordHasher</c> wrote it (PBKDF2, HMAC-SHA512, 100,000 rounds).</summary>
    internal const string PasswordHash = "AQAAAAIAAYagAAAAEKDrVVchuqya5j9Ug0BJ9th/O3RQprVLNaZVotTjtxjw2y22HpPzAL984Db4euzMyQ==";
}
