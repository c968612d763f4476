namespace Firetiger.Sandbox.CloudFormation.CustomResources;

/// <summary>A custom resource answered that it failed, answered badly, or did not answer.</summary>
/// <param name="message">The reason in CloudFormation's words.</param>
internal sealed class CustomResourceException(string message) : Exception(message);
