namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>What the EventBridge of a test answers to TestEventPattern.</summary>
internal sealed record AwsAnswer(int HttpStatus, string Body)
{
    public static AwsAnswer Accepted { get; } = new(200, """{"Result":false}""");

    public static AwsAnswer Refused(string text) => Error("InvalidEventPatternException", text);

    public static AwsAnswer Error(string code, string text) =>
        new(400, $$"""{"__type":"{{code}}","message":"{{text}}"}""");
}
