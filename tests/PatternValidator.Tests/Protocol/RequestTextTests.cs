using System.Text.Json;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator.Tests.Protocol;

public sealed class RequestTextTests
{
    [Theory]
    [InlineData(@"\ud800", @"\ufffd")]
    [InlineData(@"\uDFFF", @"\ufffd")]
    [InlineData(@"\udc00\ud800", @"\ufffd\ufffd")]
    [InlineData(@"\ud800\ud83d\ude00", @"\ufffd\ud83d\ude00")]
    [InlineData(@"\\\ud800", @"\\\ufffd")]
    [InlineData(@"\ud83d\ude00", @"\ud83d\ude00")]
    [InlineData(@"\\ud800", @"\\ud800")]
    [InlineData(@"\u00e9\n\""", @"\u00e9\n\""")]
    public void Only_halves_of_surrogate_pairs_are_replaced(string text, string expected) =>
        RequestText.MendSurrogates($"\"{text}\"").ShouldBe($"\"{expected}\"");

    [Fact]
    public async Task What_is_no_UTF_8_can_be_read()
    {
        byte[] bytes = [.. "\""u8, 0xff, .. "\""u8];

        var text = await RequestText.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);

        JsonDocument.Parse(text).RootElement.GetString().ShouldBe("\ufffd");
    }
}
