using PerfMonitor.Redaction;

namespace PerfMonitor.Tests.Redaction;

public class SecretNamesTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("UserPassword")]
    [InlineData("PASSWORD_HASH")]
    [InlineData("p_access_token")]
    [InlineData("ApiKey")]
    [InlineData("APIKey")]
    [InlineData("api_keys")]
    [InlineData("key")]
    [InlineData("authorization")]
    [InlineData("CardNumber")]
    [InlineData("card")]
    [InlineData("PinCode")]
    [InlineData("clientSecret1")]
    [InlineData("sessionId")]
    [InlineData("Iban")]
    public void A_name_that_looks_secret_is_found(string name) => Assert.True(SecretNames.Match(name));

    [Theory]
    [InlineData("keyboard")]
    [InlineData("Monkey")]
    [InlineData("Cardinality")]
    [InlineData("shipping")]
    [InlineData("ChurchId")]
    [InlineData("CreatedAt")]
    [InlineData("p0")]
    [InlineData("")]
    public void Others_are_not(string name) => Assert.False(SecretNames.Match(name));
}
