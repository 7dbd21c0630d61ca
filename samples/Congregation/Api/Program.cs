using System.Text.Json.Serialization;
using Congregation.Api;
using Congregation.Api.Auth;
using Congregation.Api.Delivery;
using Congregation.Api.Endpoints;
using Congregation.Api.Monitoring;
using Congregation.Api.Seeding;
using Congregation.Data;
using Microsoft.EntityFrameworkCore;
using PerfMonitor.AspNetCore;
using Spectre.Console;

// Taken out before the host reads the rest: to its configuration a lone switch would swallow the next argument.
var seedOnly = args.Contains(SeedCommand.Switch);
var builder = WebApplication.CreateBuilder([.. args.Where(arg => arg != SeedCommand.Switch)]);

builder.Services.AddCongregationData(builder.Configuration);
builder.Services.AddCongregationAuth();
builder.Services.AddDelivery(builder.Configuration);
builder.Services.AddMonitoring(builder.Configuration);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddProblemDetails();
builder.Services.AddValidation();

// Otherwise a request that cannot be read is an exception while developing: it is the caller's mistake there, too.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
builder.Services.ConfigureHttpJsonOptions(options =>
    options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));

var app = builder.Build();

// One instance may migrate as it starts; a fleet would do so in its deployment.
using (var scope = app.Services.CreateScope())
{
    var db = scope.ServiceProvider.GetRequiredService<CongregationDbContext>();
    db.Database.Migrate();
    if (seedOnly)
        return SeedCommand.Run(db, AnsiConsole.Console);
}

// First: what comes before it is not measured.
app.UsePerfMonitor();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseAuthentication();
app.UseAuthorization();

app.MapAuthEndpoints();
app.MapConversationEndpoints();
app.MapMessageEndpoints();
app.MapDeliveryEndpoints();
app.MapBillingEndpoints();
app.MapMemberEndpoints();
app.MapOperationsEndpoints();
app.MapWebhookEndpoints();
app.MapMonitoring();

app.Run();
return 0;
