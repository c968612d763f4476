namespace Firetiger.PatternValidator.Tests;

public sealed class ValidatorSettingsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("not a url", false)]
    [InlineData("https://events.eu-west-1.amazonaws.com", false)]
    [InlineData("http://127.0.0.1:4566", true)]
    [InlineData("http://localhost:4566", true)]
    public void Loopback_is_served_only_when_AWS_itself_is_there(string? endpoint, bool expected)
    {
        var settings = ValidatorSettings.From(name => name is "AWS_ENDPOINT_URL" ? endpoint : null);

        settings.ServesLoopback.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://localhost:4566", true)]
    [InlineData("http://localhost:4566", false)]
    public void AWS_is_called_over_TLS_unless_its_endpoint_says_otherwise(string? endpoint, bool expected)
    {
        var settings = ValidatorSettings.From(name => name is "AWS_ENDPOINT_URL" ? endpoint : null);

        settings.CallsOverTls.ShouldBe(expected);
    }

    [Fact]
    public void With_a_runtime_API_it_is_a_Lambda()
    {
        var settings = ValidatorSettings.From(name => name is "AWS_LAMBDA_RUNTIME_API" ? "127.0.0.1:9001" : null);

        settings.RunsInLambda.ShouldBeTrue();
    }
}
