using System.Text.Json.Nodes;

namespace Congregation.Tests.Chain;

/// <summary>What somebody was told.</summary>
/// <param name="To">pagerduty, slack or email.</param>
/// <param name="Subject">The policy it is about, and whether it is over.</param>
/// <param name="Body">The whole of it.</param>
public sealed record Message(string To, string Subject, string Body)
{
    public static Message FromPagerDuty(JsonNode body) => new("pagerduty", $"{body["event_action"]} {body["payload"]?["summary"]}".Trim(), body.ToJsonString());

    public static Message FromSlack(JsonNode body) => new("slack", $"{body["attachments"]![0]!["color"]} {body["attachments"]![0]!["title"]}", body.ToJsonString());
}
