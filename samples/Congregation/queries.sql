-- The queries of this sample that the build has something to say of, as EF Core sends them, with values of the seeded database.
-- Both SQLite and PostgreSQL read them: perftool indexes measure samples/Congregation --sql samples/Congregation/queries.sql …

-- name: BillingService.ActiveSubscriptionsAsync
SELECT "s"."Id", "s"."Product", "s"."PriceCents", "s"."StartedOn", "s"."EndsOn"
FROM "Subscriptions" AS "s"
WHERE "s"."ChurchId" = 1 AND "s"."Status" = 'Active';

-- name: ConversationService.InboxAsync
SELECT "c"."Id", "c"."Title", "c"."Kind", "c"."LastMessageAt"
FROM "Conversations" AS "c"
WHERE "c"."ChurchId" = 1 AND "c"."LastMessageAt" < '2026-02-01 00:00:00'
ORDER BY "c"."LastMessageAt" DESC
LIMIT 25;

-- name: MessageService.PageAsync
SELECT "c0"."Id", "c0"."SenderId", "m"."DisplayName", "c0"."Body", "c0"."CreatedAt"
FROM (
    SELECT "c"."Id", "c"."Body", "c"."CreatedAt", "c"."SenderId"
    FROM "ConversationMessages" AS "c"
    WHERE "c"."ConversationId" = 1 AND "c"."CreatedAt" < '2026-02-01 00:00:00'
    ORDER BY "c"."CreatedAt" DESC
    LIMIT 50
) AS "c0"
INNER JOIN "Members" AS "m" ON "c0"."SenderId" = "m"."Id"
ORDER BY "c0"."CreatedAt" DESC;

-- name: BillingService.RecordPaymentAsync
SELECT "i"."Id", "i"."AmountCents", "i"."ChurchId", "i"."IssuedOn", "i"."Number", "i"."PaidAt", "i"."Status", "i"."SubscriptionId"
FROM "Invoices" AS "i"
WHERE "i"."Number" = 'INV-2024-007000'
LIMIT 2;

-- name: DeliveryService.RecordReceiptAsync
SELECT "d"."Id", "d"."Attempts", "d"."Channel", "d"."CostMicros", "d"."DeliveredAt", "d"."MessageId", "d"."NextAttemptAt", "d"."ProviderMessageId", "d"."QueuedAt", "d"."RecipientId", "d"."Status"
FROM "Deliveries" AS "d"
WHERE "d"."ProviderMessageId" = 'pm-e6e11fe884eab4bd'
LIMIT 1;

-- name: MemberService.FindByPhoneAsync
SELECT "m"."Id", "m"."ChurchId", "m"."DisplayName"
FROM "Members" AS "m"
WHERE "m"."PhoneNumber" = '+15550003999';

-- name: PlatformReports.MessageCountAsync
SELECT COUNT(*)
FROM "ConversationMessages" AS "c"
WHERE "c"."CreatedAt" >= '2026-01-01 00:00:00' AND "c"."CreatedAt" < '2026-02-01 00:00:00';

-- name: PlatformReports.TrialsEndingAsync
SELECT "s"."ChurchId", "c"."Name", "s"."Product", "s"."TrialEndsOn"
FROM "Subscriptions" AS "s"
INNER JOIN "Churches" AS "c" ON "s"."ChurchId" = "c"."Id"
WHERE "s"."Status" = 'Trialing' AND "s"."TrialEndsOn" >= '2026-01-31' AND "s"."TrialEndsOn" <= '2026-02-07';

-- name: PlatformReports.InvoicesIssuedAsync
SELECT "i"."Number", "i"."ChurchId", "i"."Status", "i"."AmountCents", "i"."IssuedOn"
FROM "Invoices" AS "i"
WHERE "i"."IssuedOn" >= '2026-01-01' AND "i"."IssuedOn" <= '2026-01-31'
ORDER BY "i"."IssuedOn";
