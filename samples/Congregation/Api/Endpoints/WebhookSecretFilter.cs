using System.Security.Cryptography;
using System.Text;

namespace Congregation.Api.Endpoints;

/// <summary>Lets nobody in while no secret is configured.</summary>
internal sealed class WebhookSecretFilter(IConfiguration configuration) : IEndpointFilter
{
    public const string Header = "X-Webhook-Secret";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var expected = configuration["Webhooks:Secret"] ?? "";
        var given = context.HttpContext.Request.Headers[Header].ToString();

        // In fixed time: the answer's delay must not tell how much of a guess was right.
        var matches = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
        return expected.Length > 0 && matches ? await next(context) : TypedResults.Unauthorized();
    }
}
