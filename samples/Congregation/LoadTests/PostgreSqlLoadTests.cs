namespace Congregation.LoadTests;

public sealed class PostgreSqlLoadTests(PostgreSqlApi api) : IClassFixture<PostgreSqlApi>
{
    [PostgreSqlLoadFact(Scenario = "auth.load.json")]
    public HttpClient Signs_in() => api.Client;

    [PostgreSqlLoadFact(Scenario = "conversations.load.json")]
    public HttpClient Lists_conversations() => api.Client;

    [PostgreSqlLoadFact(Scenario = "messages.load.json")]
    public HttpClient Reads_messages() => api.Client;

    [PostgreSqlLoadFact(Scenario = "messages-post.load.json")]
    public HttpClient Writes_messages() => api.Client;

    [PostgreSqlLoadFact(Scenario = "billing.load.json")]
    public HttpClient Reads_invoices() => api.Client;
}
