using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.CloudWatch;
using Amazon.Runtime;
using Amazon.SQS;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Tests.Wire;

/// <summary>A sandbox on a free port, and clients of it.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    private const string AnyKey = "AKIDEXAMPLE";

    private RunningSandbox(SandboxHost host) => Host = host;

    public SandboxHost Host { get; }

    public SandboxContext Context => Host.Context;

    public HttpClient Http { get; } = new();

    public static async Task<RunningSandbox> StartAsync(TimeProvider? time = null, double timeScale = 1) =>
        new(
            await SandboxHost.StartAsync(
                new SandboxOptions { FunctionsFolder = AppContext.BaseDirectory, TimeScale = timeScale },
                time ?? TimeProvider.System,
                TestContext.Current.CancellationToken
            )
        );

    public AmazonSQSClient Sqs(AWSCredentials? credentials = null) =>
        new(
            credentials ?? Administrator(),
            new AmazonSQSConfig
            {
                ServiceURL = Host.Endpoint.AbsoluteUri,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    public AmazonCloudWatchClient CloudWatch(AWSCredentials? credentials = null) =>
        new(
            credentials ?? Administrator(),
            new AmazonCloudWatchConfig
            {
                ServiceURL = Host.Endpoint.AbsoluteUri,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    /// <summary>Calls an operation inside the sandbox, as services call each other.</summary>
    public Task<JsonObject> CallAsync(string service, string operation, string input, Principal? caller = null) =>
        Context.Aws.CallAsync(
            caller ?? new Principal.Administrator(),
            service,
            operation,
            JsonNode.Parse(input)!.AsObject(),
            TestContext.Current.CancellationToken
        );

    /// <summary>Makes a role with one inline policy, and a session of it.</summary>
    public async Task<SessionAWSCredentials> RoleAsync(string name, string statement)
    {
        var trust = new JsonObject { ["RoleName"] = name, ["AssumeRolePolicyDocument"] = Some.TrustOfLambda };
        await CallAsync("iam", "CreateRole", trust.ToJsonString());
        var policy = new JsonObject
        {
            ["RoleName"] = name,
            ["PolicyName"] = "grants",
            ["PolicyDocument"] = Some.Policy(statement),
        };
        await CallAsync("iam", "PutRolePolicy", policy.ToJsonString());
        var session = await CallAsync(
            "sts",
            "AssumeRole",
            $$"""{"RoleArn":"arn:aws:iam::123456789012:role/{{name}}","RoleSessionName":"a-session"}""",
            new Principal.Service("lambda.amazonaws.com")
        );
        var keys = session["Credentials"]!;
        return new SessionAWSCredentials(
            keys["AccessKeyId"]!.GetValue<string>(),
            keys["SecretAccessKey"]!.GetValue<string>(),
            keys["SessionToken"]!.GetValue<string>()
        );
    }

    public Task<HttpResponseMessage> JsonAsync(string service, string target, string body) =>
        PostAsync(
            service,
            "/",
            new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0"),
            request => request.Headers.Add("X-Amz-Target", target)
        );

    public Task<HttpResponseMessage> QueryAsync(string service, string path, string form) =>
        PostAsync(service, path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

    public Task<HttpResponseMessage> PostAsync(
        string? service,
        string path,
        HttpContent content,
        Action<HttpRequestMessage>? change = null
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Host.Endpoint, path)) { Content = content };
        if (service is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "AWS4-HMAC-SHA256",
                $"Credential={AnyKey}/20261123/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0"
            );
        }

        change?.Invoke(request);
        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }

    private static BasicAWSCredentials Administrator() => new(AnyKey, "secret");
}
