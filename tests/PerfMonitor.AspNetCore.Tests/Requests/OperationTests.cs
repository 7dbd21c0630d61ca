using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PerfBudgets;
using PerfMonitor.Metrics;
using PerfMonitor.Requests;

namespace PerfMonitor.AspNetCore.Tests.Requests;

public sealed class OperationTests
{
    private static readonly BudgetFile Listing = Budgets.Of(("messages.list", "GET /conversations/{id}/messages"));

    [Fact]
    public async Task A_minimal_API_in_a_group_is_an_operation_whatever_its_parameter_is_called()
    {
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGroup("/conversations").MapGet("/{conversationId:int}/messages", (int conversationId) => conversationId);
        });

        using var response = await app.Client.GetAsync("/conversations/7/messages");

        Assert.Equal("operation=messages.list outcome=success", (await app.Measurements.NextDurationAsync()).Attributes);
    }

    [Fact]
    public async Task A_controllers_action_is_an_operation()
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(("shop.get", "GET /shop/shop/{id}")), app =>
        {
            app.UsePerfMonitor();
            app.MapControllers();
        }, services => services.AddControllers().AddApplicationPart(typeof(ShopController).Assembly));

        using var response = await app.Client.GetAsync("/shop/shop/7");

        Assert.Equal("operation=shop.get outcome=success", (await app.Measurements.NextDurationAsync()).Attributes);
    }

    [Fact]
    public async Task Routing_may_run_behind_the_middleware()
    {
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.UseRouting();
            app.MapGet("/conversations/{id}/messages", () => "");
        });

        using var response = await app.Client.GetAsync("/conversations/7/messages");

        Assert.Equal("operation=messages.list outcome=success", (await app.Measurements.NextDurationAsync()).Attributes);
    }

    [Fact]
    public async Task Another_method_of_the_same_route_is_another_operation()
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(("messages.list", "GET /messages"), ("messages.post", "POST /messages")), app =>
        {
            app.UsePerfMonitor();
            app.MapMethods("/messages", ["GET", "POST"], () => "");
        });

        using var response = await app.Client.PostAsync("/messages", null);

        Assert.Equal("operation=messages.post outcome=success", (await app.Measurements.NextDurationAsync()).Attributes);
    }

    [Fact]
    public async Task Routes_that_differ_in_their_constraints_are_told_apart_by_their_text()
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(("by.name", "GET /items/{name:alpha}"), ("by.id", "GET /items/{id:int}")), app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/items/{id:int}", (int id) => id);
            app.MapGet("/items/{name:alpha}", (string name) => name);
        });

        using var response = await app.Client.GetAsync("/items/7");

        Assert.Equal("operation=by.id outcome=success", (await app.Measurements.NextDurationAsync()).Attributes);
    }

    [Fact]
    public async Task An_exception_is_a_failure_and_passes_on_unchanged()
    {
        Exception? passed = null;
        var error = new FormatException();
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.Use(async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (FormatException e)
                {
                    passed = e;
                    context.Response.StatusCode = 500;
                }
            });
            app.UsePerfMonitor();
            app.MapGet("/conversations/{id}/messages", string () => throw error);
        });

        using var response = await app.Client.GetAsync("/conversations/7/messages");

        Assert.Equal("operation=messages.list outcome=failure", (await app.Measurements.NextDurationAsync()).Attributes);
        Assert.Contains(new Measured(MetricNames.OperationErrors, 1, "operation=messages.list error.type=System.FormatException"), app.Measurements.Now(MetricNames.OperationErrors));
        Assert.Same(error, passed);
    }

    [Fact]
    public async Task An_exception_that_a_handler_behind_us_answered_is_named()
    {
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.UseExceptionHandler(handler => handler.Run(_ => Task.CompletedTask));
            app.MapGet("/conversations/{id}/messages", string () => throw new FormatException());
        });

        using var response = await app.Client.GetAsync("/conversations/7/messages");

        Assert.Equal("operation=messages.list outcome=failure", (await app.Measurements.NextDurationAsync()).Attributes);
        Assert.Contains(app.Measurements.Now(MetricNames.OperationErrors), one => one is { Value: 1, Attributes: "operation=messages.list error.type=System.FormatException" });
    }

    [Fact]
    public async Task A_client_that_leaves_is_an_outcome_of_its_own()
    {
        var arrived = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/conversations/{id}/messages", async (CancellationToken cancellation) =>
            {
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            });
        });
        using var leaving = new CancellationTokenSource();
        var request = app.Client.GetAsync("/conversations/7/messages", leaving.Token);
        await arrived.Task;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal("operation=messages.list outcome=aborted", (await app.Measurements.NextDurationAsync()).Attributes);
        Assert.All(app.Measurements.Now(MetricNames.OperationErrors), one => Assert.Equal(0, one.Value));
    }

    [Fact]
    public async Task A_running_operation_is_active_until_it_has_ended()
    {
        var arrived = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/conversations/{id}/messages", async () =>
            {
                arrived.SetResult();
                await leave.Task;
            });
        });
        var request = app.Client.GetAsync("/conversations/7/messages");
        await arrived.Task;
        var during = app.Measurements.Now(MetricNames.OperationActive).Single().Value;

        leave.SetResult();

        using var response = await request;
        await app.Measurements.NextDurationAsync();
        Assert.Equal((1, 0), (during, app.Measurements.Now(MetricNames.OperationActive).Single().Value));
    }

    [Fact]
    public async Task The_duration_is_the_requests()
    {
        var time = new FakeTimeProvider();
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/conversations/{id}/messages", () => time.Advance(TimeSpan.FromMilliseconds(401)));
        }, services => services.AddSingleton<TimeProvider>(time));

        using var response = await app.Client.GetAsync("/conversations/7/messages");

        Assert.Equal(0.401, (await app.Measurements.NextDurationAsync()).Value, 6);
        Assert.Contains(new Measured(MetricNames.OperationSlow, 1, "operation=messages.list severity=warning"), app.Measurements.Now(MetricNames.OperationSlow));
    }

    [Fact]
    public async Task A_request_without_an_operation_still_counts_its_commands()
    {
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/other", () => Send(3, "SELECT 1"));
        });

        using var response = await app.Client.GetAsync("/other");

        Assert.Equal([3], app.Measurements.Recorded(MetricNames.DbCommandsPerRequest).Select(one => one.Value));
        Assert.Empty(app.Measurements.Recorded(MetricNames.OperationDuration));
    }

    [Fact]
    public async Task A_repeated_statement_is_logged_with_its_count_and_the_route_but_no_value_of_it()
    {
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/conversations/{id}/messages", () => Send(11, "SELECT \"Name\" FROM \"Members\""));
        });

        using var response = await app.Client.GetAsync("/conversations/4711/messages");

        Assert.Equal(["GET /conversations/{id}/messages sent the same statement 11 times, as code does that queries within a loop (N+1): SELECT \"Name\" FROM \"Members\""], app.Log.Ours);
        Assert.Equal([1], app.Measurements.Now(MetricNames.DbRepeatedStatements).Select(one => one.Value));
    }

    [Fact]
    public async Task A_loop_of_EF_Core_queries_is_suspected()
    {
        await using var app = await TestApp.StartAsync(Listing, app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/loop", async () =>
            {
                await using var db = new MemoryContext(app.Services);
                await db.Database.OpenConnectionAsync();
                for (var i = 0; i < 20; i++)
                    await db.Database.SqlQuery<int>($"SELECT {i} AS \"Value\"").ToListAsync();
            });
        });

        using var response = await app.Client.GetAsync("/loop");

        Assert.Equal([20], app.Measurements.Recorded(MetricNames.DbCommandsPerRequest).Select(one => one.Value));
        Assert.Contains("GET /loop sent the same statement 20 times", Assert.Single(app.Log.Ours), StringComparison.Ordinal);
    }

    private static void Send(int times, string sql)
    {
        for (var i = 0; i < times; i++)
            RequestScope.Current!.Add(sql);
    }

    [Fact]
    public async Task A_route_that_is_none_is_logged_and_nothing_else_suffers()
    {
        await using var app = await TestApp.StartAsync(Budgets.Of(("broken", "GET /a/{"), ("fine", "GET /b")), app =>
        {
            app.UsePerfMonitor();
            app.MapGet("/b", () => "");
        });

        using var response = await app.Client.GetAsync("/b");

        Assert.Contains("'GET /a/{' is no route template", Assert.Single(app.Log.Ours), StringComparison.Ordinal);
        Assert.Equal("operation=fine outcome=success", (await app.Measurements.NextDurationAsync()).Attributes);
    }
}
