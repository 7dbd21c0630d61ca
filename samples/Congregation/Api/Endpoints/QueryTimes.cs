namespace Congregation.Api.Endpoints;

/// <summary>Times come with an offset and are asked for in UTC.</summary>
internal static class QueryTimes
{
    // Not DateTime.MaxValue: PostgreSQL would read that as infinity.
    private static readonly DateTime EndOfTime = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime OrEndOfTime(this DateTimeOffset? time) => time?.UtcDateTime ?? EndOfTime;

    public static DateTime OrStartOfTime(this DateTimeOffset? time) => time?.UtcDateTime ?? DateTime.UnixEpoch;
}
