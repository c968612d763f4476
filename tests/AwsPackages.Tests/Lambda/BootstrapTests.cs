using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Firetiger.AwsPackages.Tests.Wire;

namespace Firetiger.AwsPackages.Tests.Lambda;

[Collection(nameof(ProcessEnvironment))]
public sealed class BootstrapTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<PayloadContext> _serializer = new();

    [Theory]
    [InlineData("")]
    [InlineData("/redriver")]
    public async Task A_stream_handler_answers_with_a_stream(string path)
    {
        await using var api = await FakeRuntimeApi.StartAsync(path);
        api.Invoke(new FakeInvocation("""{"Name":"a"}"""));

        var report = await FirstReportAsync(api, LambdaBootstrapBuilder.Create(EchoAsync));

        report.Kind.ShouldBe("response");
        report.RequestId.ShouldBe("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        report.Body!.ShouldBeJson("""{"Name":"a"}""");
    }

    [Fact]
    public async Task A_typed_handler_goes_through_the_serializer()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("""{"name":"a","count":1}"""));
        Func<Order, ILambdaContext, Task<Order>> handler = (order, _) =>
            Task.FromResult(order with { Count = order.Count + 1 });

        var report = await FirstReportAsync(api, LambdaBootstrapBuilder.Create(handler, _serializer));

        report.Body!.ShouldBeJson("""{"Name":"a","Count":2}""");
    }

    [Fact]
    public async Task A_synchronous_handler_serves_as_well()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("""{"name":"a","count":1}"""));
        Func<Order, Order> handler = order => order with { Count = 9 };

        var report = await FirstReportAsync(api, LambdaBootstrapBuilder.Create(handler, _serializer));

        report.Body!.ShouldBeJson("""{"Name":"a","Count":9}""");
    }

    [Fact]
    public async Task A_handler_without_output_answers_with_nothing()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("{}"));
        Func<Order, ILambdaContext, Task> handler = (_, _) => Task.CompletedTask;

        var report = await FirstReportAsync(api, LambdaBootstrapBuilder.Create(handler, _serializer));

        report.Kind.ShouldBe("response");
        report.Body.ShouldBeNull();
    }

    [Fact]
    public async Task The_context_tells_what_the_runtime_knows()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("{}"));
        var told = "";
        Func<Stream, ILambdaContext, Task> handler = (_, context) =>
        {
            var trace = Environment.GetEnvironmentVariables()["_X_AMZN_TRACE_ID"];
            told = $"""
                {context.AwsRequestId}
                {context.InvokedFunctionArn}
                {context.FunctionName} {context.FunctionVersion} {context.MemoryLimitInMB}
                {context.LogGroupName} {context.LogStreamName}
                {trace}
                """;
            return Task.CompletedTask;
        };

        await FirstReportAsync(api, LambdaBootstrapBuilder.Create(handler));

        told.ShouldBe(
            """
            8476a536-e9f4-11e8-9739-2dfe598c3fcd
            function-arn
            redriver $LATEST 512
            /aws/lambda/redriver stream
            Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0
            """
        );
    }

    [Theory]
    [InlineData(1971, false)]
    [InlineData(2100, true)]
    public async Task The_remaining_time_ends_at_the_deadline(int year, bool isLeft)
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("{}") { Deadline = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        var remaining = TimeSpan.Zero;
        Action<Stream, ILambdaContext> handler = (_, context) => remaining = context.RemainingTime;

        await FirstReportAsync(api, LambdaBootstrapBuilder.Create(handler));

        (remaining > TimeSpan.Zero).ShouldBe(isLeft);
    }

    [Fact]
    public async Task An_error_of_the_handler_is_reported_with_its_type()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("{}"));
        Func<Stream, ILambdaContext, Task<Stream>> handler = (_, _) =>
            throw new InvalidOperationException("no such queue");

        var report = await FirstReportAsync(api, LambdaBootstrapBuilder.Create(handler));

        report.Kind.ShouldBe("error");
        report.RequestId.ShouldBe("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        report.ErrorType.ShouldBe("InvalidOperationException");
        report.Body!["errorType"]!.GetValue<string>().ShouldBe("InvalidOperationException");
        report.Body["errorMessage"]!.GetValue<string>().ShouldBe("no such queue");
        report.Body["stackTrace"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task After_an_error_the_next_invocation_is_served()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.Invoke(new FakeInvocation("not JSON"));
        api.Invoke(new FakeInvocation("""{"Name":"b"}""") { RequestId = "second" });
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient();
        Func<Order, ILambdaContext, Task<Order>> handler = (order, _) => Task.FromResult(order);
        using var bootstrap = LambdaBootstrapBuilder.Create(handler, _serializer).UseHttpClient(http).Build();

        var run = bootstrap.RunAsync(stop.Token);
        var first = await api.NextReportAsync(TestContext.Current.CancellationToken);
        var second = await api.NextReportAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await run;

        (first.Kind, first.ErrorType).ShouldBe(("error", "JsonSerializerException"));
        (second.Kind, second.RequestId).ShouldBe(("response", "second"));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_an_invocation()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient();
        using var bootstrap = LambdaBootstrapBuilder.Create(EchoAsync).UseHttpClient(http).Build();

        var run = bootstrap.RunAsync(stop.Token);
        await stop.CancelAsync();

        await run.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_initialization_that_fails_is_reported_and_thrown()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        using var http = new HttpClient();
        using var bootstrap = LambdaBootstrapBuilder
            .Create(EchoAsync)
            .UseHttpClient(http)
            .UseBootstrapHandler(() => throw new InvalidOperationException("DEAD_LETTER_QUEUE_URL is missing"))
            .Build();

        await Should.ThrowAsync<InvalidOperationException>(() => bootstrap.RunAsync());

        var report = await api.NextReportAsync(TestContext.Current.CancellationToken);
        report.Kind.ShouldBe("init/error");
        report.Body!["errorType"]!.GetValue<string>().ShouldBe("InvalidOperationException");
        report.Body["errorMessage"]!.GetValue<string>().ShouldBe("DEAD_LETTER_QUEUE_URL is missing");
    }

    [Fact]
    public async Task An_initialization_that_says_no_takes_no_invocation()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        using var http = new HttpClient();
        using var bootstrap = LambdaBootstrapBuilder
            .Create(EchoAsync)
            .UseHttpClient(http)
            .UseBootstrapHandler(() => Task.FromResult(false))
            .Build();

        var run = bootstrap.RunAsync(TestContext.Current.CancellationToken);

        await run.WaitAsync(TestContext.Current.CancellationToken);
        run.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static async Task<Stream> EchoAsync(Stream input, ILambdaContext context)
    {
        using var reader = new StreamReader(input);
        return new MemoryStream(Encoding.UTF8.GetBytes(await reader.ReadToEndAsync()));
    }

    private static async Task<RuntimeReport> FirstReportAsync(FakeRuntimeApi api, LambdaBootstrapBuilder builder)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var bootstrap = builder.UseHttpClient(http).Build();
        var run = bootstrap.RunAsync(stop.Token);
        var report = await api.NextReportAsync(stop.Token);
        await stop.CancelAsync();
        await run;
        return report;
    }
}
