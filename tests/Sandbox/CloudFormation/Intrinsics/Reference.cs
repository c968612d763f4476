namespace Firetiger.Sandbox.CloudFormation.Intrinsics;

/// <summary>A name that a template uses.</summary>
/// <param name="Name">A parameter, a resource, a pseudo parameter, or with <paramref name="IsCondition"/> a condition.</param>
/// <param name="IsAttribute">Whether it is the resource of a GetAtt.</param>
/// <param name="IsCondition">Whether it names a condition.</param>
internal sealed record Reference(string Name, bool IsAttribute = false, bool IsCondition = false);
