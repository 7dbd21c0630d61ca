using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class ErrorKindTests
{
    public static TheoryData<Exception, string> Kinds => new()
    {
        { new LoadRequestException("no such order", "order 7 is gone"), "no such order" },
        { new InvalidOperationException("order 7"), "InvalidOperationException" },
        { new TimeoutException(), "timeout" },
        { new TaskCanceledException("100 s", new TimeoutException()), "timeout" },
        { new OperationCanceledException(), "OperationCanceledException" },
        { new HttpRequestException("", null, HttpStatusCode.ServiceUnavailable), "status 503" },
        { new HttpRequestException(HttpRequestError.ConnectionError, "", new SocketException((int)SocketError.ConnectionRefused)), "HttpRequestException (ConnectionError, ConnectionRefused)" },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "", new AuthenticationException()), "HttpRequestException (SecureConnectionError, AuthenticationException)" },
        { new HttpRequestException("", new IOException("", new SocketException((int)SocketError.ConnectionReset))), "HttpRequestException (ConnectionReset)" },
        { new SocketException((int)SocketError.HostNotFound), "SocketException (HostNotFound)" },
        { new IOException("", new SocketException((int)SocketError.ConnectionReset)), "IOException (ConnectionReset)" },
        { new AggregateException(new InvalidOperationException()), "InvalidOperationException" },
        { new LoadRequestException(new string('x', 200), ""), new string('x', 100) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_trouble_has_the_same_words(Exception exception, string kind) => Assert.Equal(kind, ErrorKind.Of(exception));
}
