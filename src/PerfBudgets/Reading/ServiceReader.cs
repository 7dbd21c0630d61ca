using System.Globalization;
using System.Text.Json;
using PerfBudgets.Json;

namespace PerfBudgets.Reading;

/// <summary>What the file asks of a service's deliveries, payments and trials. What it leaves out keeps its default.</summary>
/// <param name="json">Reads the file's parts.</param>
/// <param name="limits">Reads three limits, of which the defaults stand in for those that are missing.</param>
/// <param name="wrong">Words an error.</param>
internal sealed class ServiceReader(StrictJson json, Func<string, JsonNodeWithLine, Limits, Limits> limits, JsonFault wrong)
{
    /// <summary>More is no limit.</summary>
    private const int MostFailed = 1_000_000;

    private const int MostDays = 365;

    /// <summary>Reads "delivery".</summary>
    public DeliveryBudget Delivery(JsonNodeWithLine node)
    {
        var members = json.Members(node, BudgetFormat.Delivery, BudgetFormat.DeliveryProperties);
        var standard = DeliveryBudget.Default;
        return new DeliveryBudget(
            members.TryGetValue(BudgetFormat.SuccessRate, out var rate) ? Shares(StrictJson.Join(BudgetFormat.Delivery, BudgetFormat.SuccessRate), rate, standard.SuccessRate) : standard.SuccessRate,
            members.TryGetValue(BudgetFormat.Latency, out var latency) ? limits(StrictJson.Join(BudgetFormat.Delivery, BudgetFormat.Latency), latency, standard.Latency) : standard.Latency);
    }

    /// <summary>Reads "payments".</summary>
    public PaymentBudget Payments(JsonNodeWithLine node) => new(Whole(BudgetFormat.Payments, node, BudgetFormat.FailedPerHour, MostFailed) ?? PaymentBudget.Default.FailedPerHour);

    /// <summary>Reads "trials".</summary>
    public TrialBudget Trials(JsonNodeWithLine node) => new(Whole(BudgetFormat.Trials, node, BudgetFormat.ExpiringWithinDays, MostDays) ?? TrialBudget.Default.ExpiringWithinDays);

    private ShareLimits Shares(string key, JsonNodeWithLine node, ShareLimits standard)
    {
        var members = json.Members(node, key, BudgetFormat.ShareProperties);
        var (warning, critical) = (Share(BudgetFormat.Warning) ?? standard.Warning, Share(BudgetFormat.Critical) ?? standard.Critical);
        return warning >= critical
            ? new ShareLimits(warning, critical)
            : throw wrong(
                node.Line, key, $"warning ({ShareText.Write(warning)}) is under critical ({ShareText.Write(critical)})",
                $"These limits fall: warning ≥ critical (without a word of the file: warning {ShareText.Write(standard.Warning)}, critical {ShareText.Write(standard.Critical)}).");

        double? Share(string name)
        {
            if (!members.TryGetValue(name, out var value))
                return null;
            var text = value.Type == JsonTokenType.Number ? null : json.Text(value, StrictJson.Join(key, name));
            return text is null
                ? throw wrong(value.Line, StrictJson.Join(key, name), "a number without a unit", "Write a text: \"98 %\" or \"99.5 %\".")
                : ShareText.Parse(text)
                ?? throw wrong(value.Line, StrictJson.Join(key, name), $"'{text}' is not a share", "Write a number over 0 and up to 100 with a per cent sign: \"98 %\" or \"99.5 %\".");
        }
    }

    private int? Whole(string key, JsonNodeWithLine node, string name, int most)
    {
        var members = json.Members(node, key, [name]);
        if (!members.TryGetValue(name, out var value))
            return null;
        return value is { Type: JsonTokenType.Number, Value: double number } && number >= 1 && number <= most && number % 1 == 0
            ? (int)number
            : throw wrong(value.Line, StrictJson.Join(key, name), "not a whole number in range", string.Create(CultureInfo.InvariantCulture, $"Write a number from 1 to {most:N0}, without quotes."));
    }
}
