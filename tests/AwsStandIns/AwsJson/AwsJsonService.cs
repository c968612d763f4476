namespace AwsJson;

/// <summary>What all operations of one service share.</summary>
/// <param name="ServiceName">The SDK's name of the service.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="ApiVersion">The service model's version.</param>
/// <param name="ContentType">awsJson 1.0 or 1.1.</param>
internal sealed record AwsJsonService(string ServiceName, string TargetPrefix, string ApiVersion, string ContentType);
