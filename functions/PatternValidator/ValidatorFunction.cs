using Amazon.EventBridge;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Runtime;
using Firetiger.PatternValidator.Judgement;
using Firetiger.PatternValidator.Protocol;

namespace Firetiger.PatternValidator;

/// <summary>Puts the function together and serves invocations until the environment is taken down.</summary>
internal static class ValidatorFunction
{
    public static async Task RunAsync(ValidatorSettings settings)
    {
        var trust = settings.CallsOverTls ? TrustStore.ReadAsync() : Task.CompletedTask;
        var time = TimeProvider.System;
        using var http = ResponseSender.CreateHttpClient();
        await using var output = StandardOutput();
        var log = new Log(output, time);
        var judge = new PatternJudge(Findings.Of, new EventBridgeJudge(CreateEventBridge), time);
        var handler = new InvocationHandler(
            new CustomResourceHandler(
                new ResponseUrlRule(settings.ServesLoopback),
                judge,
                new ResponseSender(http, time, log),
                time,
                log
            ),
            new DirectHandler(judge, time, log),
            time
        );
        Func<Stream, ILambdaContext, Task<Stream>> handle = handler.HandleAsync;

        using var bootstrap = LambdaBootstrapBuilder.Create(handle).Build();
        await trust;
        await bootstrap.RunAsync();
    }

    // Not Console.Out: the Lambda runtime puts its own words around each line written there, and ours are JSON.
    private static StreamWriter StandardOutput() => new(Console.OpenStandardOutput()) { AutoFlush = true };

    // Short enough that three attempts fit into the time that the judge has for all of them.
    private static AmazonEventBridgeClient CreateEventBridge() =>
        new(
            new AmazonEventBridgeConfig
            {
                Timeout = TimeSpan.FromSeconds(3),
                RetryMode = RequestRetryMode.Standard,
                MaxErrorRetry = 2,
            }
        );
}
