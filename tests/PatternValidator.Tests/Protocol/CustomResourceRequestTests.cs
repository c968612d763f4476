using System.Text.Json;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class CustomResourceRequestTests
{
    [Theory]
    [InlineData("Create", "Create")]
    [InlineData("create", "Unknown")]
    [InlineData("1", "Unknown")]
    [InlineData("", "Unknown")]
    public void The_request_type_is_one_of_three_words(string text, string expected)
    {
        using var document = JsonDocument.Parse($$"""{"RequestType":"{{text}}"}""");

        var request = CustomResourceRequest.Read(document.RootElement);

        request.Type.ToString().ShouldBe(expected);
    }
}
