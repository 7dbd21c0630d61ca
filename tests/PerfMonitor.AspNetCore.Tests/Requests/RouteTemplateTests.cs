using Microsoft.AspNetCore.Routing.Patterns;
using PerfMonitor.AspNetCore.Requests;

namespace PerfMonitor.AspNetCore.Tests.Requests;

public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("/conversations/{id}/messages", "conversations/{conversationId:int}/messages/")]
    [InlineData("/Conversations", "/conversations")]
    [InlineData("/", "")]
    [InlineData("/files/{*path}", "/files/{**rest}")]
    [InlineData("/{a}-{b}.json", "/{x:int}-{y}.json")]
    public void Templates_of_the_same_requests_have_one_shape(string one, string other) => Assert.Equal(Shape(one), Shape(other));

    [Theory]
    [InlineData("/conversations/{id}", "/conversations/id")]
    [InlineData("/conversations/{id}", "/conversations/{*id}")]
    [InlineData("/a/{id}", "/a/{{}}")]
    [InlineData("/a/b", "/ab")]
    public void Templates_of_other_requests_have_another(string one, string other) => Assert.NotEqual(Shape(one), Shape(other));

    private static string Shape(string template) => RouteTemplate.Shape(RoutePatternFactory.Parse(template));
}
