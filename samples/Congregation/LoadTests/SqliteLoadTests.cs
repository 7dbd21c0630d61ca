using PerfAssert;

namespace Congregation.LoadTests;

public sealed class SqliteLoadTests(SqliteApi api) : IClassFixture<SqliteApi>
{
    [LoadFact(Scenario = "auth.load.json")]
    public HttpClient Signs_in() => api.Client;

    [LoadFact(Scenario = "conversations.load.json")]
    public HttpClient Lists_conversations() => api.Client;

    [LoadFact(Scenario = "messages.load.json")]
    public HttpClient Reads_messages() => api.Client;

    [LoadFact(Scenario = "messages-post.load.json")]
    public HttpClient Writes_messages() => api.Client;

    [LoadFact(Scenario = "billing.load.json")]
    public HttpClient Reads_invoices() => api.Client;
}
