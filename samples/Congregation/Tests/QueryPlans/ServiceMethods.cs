using System.Reflection;
using Congregation.Data;
using Congregation.Data.Entities;
using Congregation.Data.Seeding;
using Congregation.Data.Services;

namespace Congregation.Tests.QueryPlans;

/// <summary>Every public method of the services, with arguments to call it with.</summary>
public static class ServiceMethods
{
    private static readonly DateTime Now = Seeder.Today;
    private static readonly DateOnly ThisDay = DateOnly.FromDateTime(Now);

    private static readonly Dictionary<string, Func<CongregationDbContext, object[]>> Arguments = new()
    {
        ["BillingService.ActiveSubscriptionsAsync"] = _ => [1],
        ["BillingService.InvoicesAsync"] = _ => [1, ThisDay, 50],
        ["BillingService.RecordPaymentAsync"] = db => [db.Invoices.First().Number, true, Now],
        ["ChurchService.FindBySlugAsync"] = _ => [DemoAccount.Church],
        ["ConversationService.FindAsync"] = _ => [1, 1],
        ["ConversationService.InboxAsync"] = _ => [1, Now, 25],
        ["ConversationService.OpenAsync"] = _ => [1, "Harvest supper", ConversationKind.Group, Now],
        ["DeliveryService.DueAsync"] = _ => [Now, 100],
        ["DeliveryService.MarkAttemptFailedAsync"] =
            _ => [new DueDelivery(1, DeliveryChannel.Sms, Attempts: 0, "+15550000000", "a@b.example", "Hello"), Now],
        ["DeliveryService.MarkSentAsync"] = _ => [1L, "pm-1", 7_900L],
        ["DeliveryService.OfMessageAsync"] = _ => [1, 1L],
        ["DeliveryService.RecordReceiptAsync"] =
            db => [db.Deliveries.First(delivery => delivery.ProviderMessageId != null).ProviderMessageId!, true, Now],
        ["MemberService.FindByPhoneAsync"] = _ => ["+15550000001"],
        ["MemberService.FindForSignInAsync"] = _ => [1, DemoAccount.Email],
        ["MemberService.ListAsync"] = _ => [1, 0, 50],
        ["MessageService.PageAsync"] = _ => [1, Now, 50],
        ["MessageService.PostAsync"] = db =>
        [
            new NewMessage(
                ChurchId: 1, db.Conversations.First(conversation => conversation.ChurchId == 1).Id, SenderId: 1,
                "Hello", DeliveryChannel.Sms, RecipientIds: [1, 6]),
            Now,
        ],
        ["MessageService.SentByAsync"] = _ => [1, Now.AddYears(-1), 50],
        ["PlatformReports.InvoicesIssuedAsync"] = _ => [ThisDay.AddMonths(-1), ThisDay],
        ["PlatformReports.MessageCountAsync"] = _ => [Now.AddMonths(-1), Now],
        ["PlatformReports.TrialsEndingAsync"] = _ => [ThisDay, ThisDay.AddDays(7)],
    };

    /// <summary>Found by reflection, so that a new service or query can't be left out.</summary>
    public static IReadOnlyDictionary<string, MethodInfo> All { get; } =
        (from service in typeof(CongregationDbContext).Assembly.GetTypes()
         where service is { IsClass: true, IsPublic: true, IsAbstract: false }
             && service.Namespace == typeof(MessageService).Namespace
             && service.GetConstructor([typeof(CongregationDbContext)]) is not null
         from method in service.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
         select method).ToDictionary(method => $"{method.DeclaringType!.Name}.{method.Name}");

    public static bool HasArguments(string name) => Arguments.ContainsKey(name);

    public static async Task CallAsync(string name, CongregationDbContext db, CongregationDbContext argumentSource)
    {
        var method = All[name];
        var service = Activator.CreateInstance(method.DeclaringType!, db);
        await (Task)method.Invoke(service, [.. Arguments[name](argumentSource), CancellationToken.None])!;
    }
}
