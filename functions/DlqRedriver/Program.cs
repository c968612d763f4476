using Amazon.Lambda.RuntimeSupport;
using Firetiger.DlqRedriver;

if (!FunctionEnvironment.IsLambda)
{
    await Console.Error.WriteLineAsync(
        "DlqRedriver runs as a Lambda function: AWS_LAMBDA_RUNTIME_API is not set. Invoke the deployed function instead."
    );
    return 2;
}

await using var output = Console.OpenStandardOutput();
using var function = new Function(FunctionEnvironment.Read, output, TimeProvider.System);
using var bootstrap = LambdaBootstrapBuilder
    .Create(function.HandleAsync)
    .UseBootstrapHandler(function.InitializeAsync)
    .Build();
await bootstrap.RunAsync();
return 0;
