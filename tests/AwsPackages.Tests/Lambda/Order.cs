namespace Firetiger.AwsPackages.Tests.Lambda;

internal sealed record Order(string? Name, int Count, string? Note = null);
