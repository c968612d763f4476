namespace Firetiger.Sandbox.Sqs;

/// <summary>A message at one moment, as an onlooker sees it.</summary>
/// <param name="Message">What was sent.</param>
/// <param name="HiddenUntil">When it becomes visible; <see langword="null"/> if it is.</param>
internal sealed record SeenMessage(Message Message, DateTimeOffset? HiddenUntil);
