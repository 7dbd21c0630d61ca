using System.Net;
using System.Net.Sockets;
using System.Text;
using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Http;

public sealed class LoadHttpTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:127.8.9.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::ffff:192.0.2.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("2001:db8::1", false)]
    public void This_machine_is_loopback_and_nothing_else(string address, bool isThisMachine) => Assert.Equal(isThisMachine, AllowedHosts.IsThisMachine(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://[2001:db8::1]/")]
    public void An_address_of_another_machine_is_refused_at_once(string address) =>
        Assert.Contains("Load is sent to this machine only", Assert.Throws<PerfTestException>(() => LoadHttp.CreateClient(new Uri(address))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_named_host_is_allowed() => LoadHttp.CreateClient(new Uri("http://192.0.2.1/"), "192.0.2.1").Dispose();

    [Fact]
    public void The_environment_names_hosts_too() =>
        Assert.True(AllowedHosts.Of([], name => name == AllowedHosts.Variable ? "one.example, Two.example" : null).IsNamed("two.example"));

    [Theory]
    [InlineData("http://192.0.2.1/")]
    [InlineData("https://shop.example/")]
    public void A_client_made_elsewhere_is_refused_where_it_leads_to_another_machine(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Contains("Load is sent to this machine only", Assert.Throws<PerfTestException>(() => LoadHttp.RefuseOthers(client, _ => null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://[::1]/")]
    [InlineData("https://two.example/")]
    public void A_client_made_elsewhere_may_lead_to_this_machine_and_to_named_hosts(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Null(Record.Exception(() => LoadHttp.RefuseOthers(client, _ => "two.example")));
    }

    [Fact]
    public void A_client_made_here_looks_for_itself()
    {
        using var client = LoadHttp.CreateClient(new Uri("https://shop.example/"), "shop.example");
        Assert.Null(Record.Exception(() => LoadHttp.RefuseOthers(client, _ => null)));
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_is_refused_when_it_connects()
    {
        using var client = Client("http://test.example/", IPAddress.Parse("192.0.2.1"));
        Assert.Contains("test.example is another", (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_here_and_elsewhere_is_refused()
    {
        using var client = Client("http://test.example/", IPAddress.Loopback, IPAddress.Parse("192.0.2.1"));
        Assert.Contains("test.example is another", (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_elsewhere_is_refused()
    {
        using var server = new OneAnswer("HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n");
        using var client = LoadHttp.CreateClient(server.Address);
        Assert.Contains("192.0.2.1 is another", (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_machine_answers()
    {
        using var server = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        using var client = LoadHttp.CreateClient(server.Address);
        Assert.Equal("ok", await client.GetStringAsync("/"));
    }

    private static HttpClient Client(string address, params IPAddress[] leadsTo) =>
        new(LoadHttp.CreateHandler(new Uri(address), new AllowedHosts([]), (_, _) => Task.FromResult(leadsTo))) { BaseAddress = new Uri(address) };

    /// <summary>A server that gives one answer to the first connection.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public OneAnswer(string answer)
        {
            _listener.Start();
            _ = AnswerAsync(answer);
        }

        public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

        public void Dispose() => _listener.Dispose();

        private async Task AnswerAsync(string answer)
        {
            using var connection = await _listener.AcceptTcpClientAsync();
            var stream = connection.GetStream();
            _ = await stream.ReadAsync(new byte[4096]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }
}
