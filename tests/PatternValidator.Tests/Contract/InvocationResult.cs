namespace Firetiger.PatternValidator.Tests.Contract;

/// <summary>How an invocation ended for Lambda.</summary>
internal sealed record InvocationResult(bool IsError, string Body);
