using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Generating;

public class RequestBookTests
{
    private readonly RequestBook _book = new(timeout: 100);

    [Fact]
    public void A_request_that_ends_counts() => Assert.True(_book.End(Started()));

    [Fact]
    public void One_that_ends_when_the_run_is_over_does_not_count()
    {
        var request = Started();
        _book.Close();
        Assert.False(_book.End(request));
    }

    [Fact]
    public void One_that_was_given_up_does_not_count_again()
    {
        var request = Started();
        Assert.Same(request, _book.GiveUpNext(100));
        Assert.False(_book.End(request));
    }

    [Fact]
    public void When_the_run_is_over_none_starts()
    {
        _book.Close();
        Assert.False(_book.TryStart(Sent(), 0));
    }

    private LoadRequest Started()
    {
        var request = Sent();
        _book.TryStart(request, 0);
        return request;
    }

    private LoadRequest Sent()
    {
        var request = new LoadRequest(_ => { }, 0, -1, 0, counts: true);
        _book.Add(request);
        return request;
    }
}
