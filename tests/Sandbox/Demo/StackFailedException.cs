namespace Firetiger.Sandbox.Demo;

/// <summary>The stack could not be made; the message is for the person who typed the command.</summary>
internal sealed class StackFailedException(string message) : Exception(message);
