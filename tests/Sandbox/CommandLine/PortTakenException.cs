namespace Firetiger.Sandbox.CommandLine;

/// <summary>The port asked for cannot be had.</summary>
internal sealed class PortTakenException(string message) : Exception(message);
