using Congregation.Data.Entities;

namespace Congregation.Data.Seeding;

/// <summary>
/// Makes the rows, table by table. Each table draws from a random sequence of its own,
/// so that more of one table does not change another.
/// </summary>
internal sealed class SeedRows
{
    /// <summary>The day on which the seeded data ends.</summary>
    public static readonly DateTime Today = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Beginning = Today.AddYears(-3);

    private readonly SeedPlan _plan;
    private readonly int[] _churchOfConversation;
    private readonly int[] _conversationOfMessage;
    private readonly DateTime[] _lastMessageAt;
    private readonly TimeSpan _messageInterval;

    public SeedRows(SeedPlan plan)
    {
        _plan = plan;
        _messageInterval = (Today - Beginning) / plan.Messages;

        var conversations = new SeedRandom(1);
        _churchOfConversation = [.. Enumerable.Range(0, plan.Conversations).Select(_ => conversations.SkewedBelow(plan.Churches))];

        // A conversation is written before its messages but knows when the last of them was sent.
        var messages = new SeedRandom(2);
        _conversationOfMessage = [.. Enumerable.Range(0, plan.Messages).Select(_ => messages.SkewedBelow(plan.Conversations))];
        _lastMessageAt = new DateTime[plan.Conversations];
        Array.Fill(_lastMessageAt, Beginning);
        for (var message = 0; message < plan.Messages; message++)
            _lastMessageAt[_conversationOfMessage[message]] = SentAt(message);
    }

    public IEnumerable<Church> Churches()
    {
        for (var church = 0; church < _plan.Churches; church++)
        {
            yield return new Church
            {
                Id = church + 1,
                Name = Name(church),
                Slug = Slug(church),
                CreatedAt = Beginning,
            };
        }
    }

    public IEnumerable<Member> Members()
    {
        var random = new SeedRandom(3);
        for (var member = 0; member < _plan.Members; member++)
        {
            var given = Pick(random, SeedText.GivenNames);
            var family = Pick(random, SeedText.FamilyNames);
            var church = ChurchOfMember(member);
            yield return new Member
            {
                Id = member + 1,
                ChurchId = church + 1,
                DisplayName = $"{given} {family}",
                Email = member == 0 ? DemoAccount.Email : $"{given}.{family}.{member}@{Slug(church)}.example".ToLowerInvariant(),
                PhoneNumber = $"+1555{member:D7}",
                PasswordHash = DemoAccount.PasswordHash,
                Role = member == 0 ? MemberRole.Operator
                    : member < _plan.Churches ? MemberRole.Admin
                    : random.OneIn(20) ? MemberRole.Leader
                    : MemberRole.Member,
                JoinedAt = Beginning.AddHours(random.Below(24 * 1095)),
            };
        }
    }

    public IEnumerable<Subscription> Subscriptions()
    {
        var random = new SeedRandom(4);
        for (var subscription = 0; subscription < _plan.Subscriptions; subscription++)
        {
            var startedOn = StartOfTerm(subscription);
            var endsOn = startedOn.AddMonths(1);
            var status = endsOn < DateOnly.FromDateTime(Today) ? SubscriptionStatus.Ended
                : random.OneIn(6) ? SubscriptionStatus.Trialing
                : random.OneIn(12) ? SubscriptionStatus.PastDue
                : SubscriptionStatus.Active;
            yield return new Subscription
            {
                Id = subscription + 1,
                ChurchId = ChurchOfSubscription(subscription) + 1,
                Product = Pick(random, SeedText.Products),
                Status = status,
                PriceCents = PriceOf(subscription),
                StartedOn = startedOn,
                EndsOn = endsOn,
                TrialEndsOn = status == SubscriptionStatus.Trialing || random.OneIn(10) ? startedOn.AddDays(14 + random.Below(14)) : null,
            };
        }
    }

    public IEnumerable<Invoice> Invoices()
    {
        var random = new SeedRandom(5);
        var today = DateOnly.FromDateTime(Today);
        for (var invoice = 0; invoice < _plan.Invoices; invoice++)
        {
            var subscription = (int)((long)invoice * _plan.Subscriptions / _plan.Invoices);
            var issuedOn = StartOfTerm(subscription).AddDays(random.Below(28));
            if (issuedOn > today)
                issuedOn = today;
            var isRecent = issuedOn > today.AddDays(-14);
            var status = random.OneIn(40) ? InvoiceStatus.PaymentFailed
                : isRecent && random.OneIn(2) ? InvoiceStatus.Open
                : InvoiceStatus.Paid;
            yield return new Invoice
            {
                Id = invoice + 1,
                ChurchId = ChurchOfSubscription(subscription) + 1,
                SubscriptionId = subscription + 1,
                Number = $"INV-{issuedOn.Year}-{invoice + 1:D6}",
                Status = status,
                AmountCents = PriceOf(subscription),
                IssuedOn = issuedOn,
                PaidAt = status == InvoiceStatus.Paid
                    ? issuedOn.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc).AddMinutes(random.Below(1440))
                    : null,
            };
        }
    }

    public IEnumerable<Conversation> Conversations()
    {
        var random = new SeedRandom(6);
        for (var conversation = 0; conversation < _plan.Conversations; conversation++)
        {
            yield return new Conversation
            {
                Id = conversation + 1,
                ChurchId = _churchOfConversation[conversation] + 1,
                Title = $"{Pick(random, SeedText.Topics)} {conversation + 1}",
                Kind = (ConversationKind)random.Below(3),
                CreatedAt = Beginning,
                LastMessageAt = _lastMessageAt[conversation],
            };
        }
    }

    public IEnumerable<ConversationMessage> Messages()
    {
        var random = new SeedRandom(7);
        for (var message = 0; message < _plan.Messages; message++)
        {
            yield return new ConversationMessage
            {
                Id = message + 1,
                ConversationId = _conversationOfMessage[message] + 1,
                SenderId = SomeMemberOf(ChurchOfMessage(message), random) + 1,
                Body = $"{Pick(random, SeedText.Sentences)} {Pick(random, SeedText.Sentences)}",
                CreatedAt = SentAt(message),
            };
        }
    }

    public IEnumerable<Delivery> Deliveries()
    {
        var random = new SeedRandom(8);
        for (var delivery = 0; delivery < _plan.Deliveries; delivery++)
        {
            var message = (int)((long)delivery * _plan.Messages / _plan.Deliveries);
            var queuedAt = SentAt(message);

            // Only the latest fiftieth still waits; older ones have come to an end.
            var status = delivery >= _plan.Deliveries - _plan.Deliveries / 50 ? DeliveryStatus.Queued
                : random.OneIn(30) ? DeliveryStatus.Failed
                : random.OneIn(100) ? DeliveryStatus.Sent
                : DeliveryStatus.Delivered;
            var channel = (DeliveryChannel)random.Below(3);
            yield return new Delivery
            {
                Id = delivery + 1,
                MessageId = message + 1,
                RecipientId = SomeMemberOf(ChurchOfMessage(message), random) + 1,
                Channel = channel,
                Status = status,
                ProviderMessageId = status == DeliveryStatus.Queued ? null : $"pm-{SeedRandom.Mix((ulong)delivery + 1):x16}",
                Attempts = status == DeliveryStatus.Queued ? 0 : 1,
                QueuedAt = queuedAt,
                NextAttemptAt = status == DeliveryStatus.Queued ? queuedAt : null,
                DeliveredAt = status == DeliveryStatus.Delivered ? queuedAt.AddSeconds(1 + random.Below(20)) : null,
                CostMicros = status != DeliveryStatus.Queued && channel == DeliveryChannel.Sms ? 7_900 : 0,
            };
        }
    }

    private static string Name(int church) => church < SeedText.ChurchNames.Length
        ? SeedText.ChurchNames[church]
        : $"{SeedText.ChurchNames[church % SeedText.ChurchNames.Length]} {church / SeedText.ChurchNames.Length + 1}";

    private static string Slug(int church) => Name(church).ToLowerInvariant().Replace(' ', '-');

    private static string Pick(SeedRandom random, string[] words) => words[random.Below(words.Length)];

    // The next three are functions of the row's number alone: rows of other tables need them too.
    private int ChurchOfMember(int member) => member % _plan.Churches;

    private int ChurchOfSubscription(int subscription) => new SeedRandom((ulong)subscription).SkewedBelow(_plan.Churches);

    private DateOnly StartOfTerm(int subscription) =>
        DateOnly.FromDateTime(Beginning.AddDays((long)subscription * 1095 / _plan.Subscriptions));

    private static long PriceOf(int subscription) => 900 + 500 * (subscription % 9);

    private DateTime SentAt(int message) => Beginning + _messageInterval * message;

    private int ChurchOfMessage(int message) => _churchOfConversation[_conversationOfMessage[message]];

    /// <summary>Members are dealt to the churches in turn, so a church's members are every n-th.</summary>
    private int SomeMemberOf(int church, SeedRandom random)
    {
        var membersOfChurch = (_plan.Members - church - 1) / _plan.Churches + 1;
        return church + _plan.Churches * random.SkewedBelow(membersOfChurch);
    }
}
