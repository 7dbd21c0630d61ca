using PerfMonitor.AspNetCore.Requests;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Tests.Requests;

public sealed class RequestEndTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(304)]
    [InlineData(404)]
    [InlineData(499)]
    public void What_the_caller_did_wrong_is_no_failure(int status) => Assert.Equal((OperationOutcome.Success, null), RequestEnd.Judge(status, null, clientLeft: false));

    [Fact]
    public void A_server_error_is_a_failure_named_by_its_status() => Assert.Equal((OperationOutcome.Failure, "503"), RequestEnd.Judge(503, null, clientLeft: false));

    [Fact]
    public void An_exception_is_a_failure_named_by_its_type() =>
        Assert.Equal((OperationOutcome.Failure, "System.FormatException"), RequestEnd.Judge(500, new FormatException(), clientLeft: false));

    [Fact]
    public void A_client_that_left_is_no_failure() =>
        Assert.Equal((OperationOutcome.Aborted, null), RequestEnd.Judge(500, new OperationCanceledException(), clientLeft: true));

    [Fact]
    public void A_bug_is_a_failure_even_where_the_client_left_meanwhile() =>
        Assert.Equal(OperationOutcome.Failure, RequestEnd.Judge(500, new FormatException(), clientLeft: true).Outcome);

    [Fact]
    public void A_cancellation_of_the_servers_own_is_a_failure() =>
        Assert.Equal(OperationOutcome.Failure, RequestEnd.Judge(500, new OperationCanceledException(), clientLeft: false).Outcome);
}
