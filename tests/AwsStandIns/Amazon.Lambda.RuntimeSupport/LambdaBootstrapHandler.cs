namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Answers one invocation; null is an empty response.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);
