using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.Lambda;

/// <summary>AWS Lambda: functions run as processes of this machine.</summary>
internal sealed class LambdaService : IAwsService, IHttpEndpoints
{
    private readonly ConcurrentDictionary<string, LambdaFunction> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<AwsRequest, CancellationToken, Task<JsonObject>>> _operations;
    private readonly SandboxContext _context;
    private readonly AsyncInvocations _async;

    public LambdaService(SandboxContext context)
    {
        (_context, _async) = (context, new AsyncInvocations(context));
        var mappings = new EventSourceMappings(context, Find);
        _operations = new(StringComparer.Ordinal)
        {
            ["CreateFunction"] = CreateAsync,
            ["UpdateFunctionConfiguration"] = UpdateConfigurationAsync,
            ["Invoke"] = RunAsync,
            ["UpdateFunctionCode"] = Now(UpdateCode),
            ["GetFunction"] = Now(Describe),
            ["GetFunctionConfiguration"] = Now(input => FunctionDescription.Configuration(Find(input))),
            ["DeleteFunction"] = Now(Delete),
            ["PutFunctionEventInvokeConfig"] = Now(PutAsyncPolicy),
            ["DeleteFunctionEventInvokeConfig"] = Now(DeleteAsyncPolicy),
            ["AddPermission"] = Now(input => FunctionPermissions.Add(Find(input), input)),
            ["RemovePermission"] = Now(input => FunctionPermissions.Remove(Find(input), input)),
            ["GetPolicy"] = Now(input => FunctionPermissions.Get(Find(input))),
            ["CreateEventSourceMapping"] = Now(mappings.Create),
            ["GetEventSourceMapping"] = Now(mappings.Get),
            ["UpdateEventSourceMapping"] = Now(mappings.Update),
            ["DeleteEventSourceMapping"] = Now(mappings.Delete),
            ["TagResource"] = Now(Tag),
            ["UntagResource"] = Now(Untag),
        };
    }

    public string SigningName => "lambda";

    /// <summary>Gets the newest lines that a function wrote.</summary>
    /// <param name="functionName">The function.</param>
    /// <returns>The lines, oldest first.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException: there is no such function.</exception>
    public IReadOnlyList<string> LinesOf(string functionName) => Find(functionName).Log.Lines;

    /// <summary>Kills every process of a function at once, as a host that fails does.</summary>
    /// <param name="functionName">The function.</param>
    /// <exception cref="AwsException">ResourceNotFoundException: there is no such function.</exception>
    public void Kill(string functionName) => Find(functionName).Runtime.KillAll();

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        _operations.TryGetValue(request.Operation, out var operation)
            ? operation(request, cancellationToken)
            : throw AwsException.NotInSandbox(SigningName, request.Operation);

    public void Map(IEndpointRouteBuilder routes)
    {
        new RuntimeApi((name, environment) => _functions.GetValueOrDefault(name)?.Runtime.Find(environment)).Map(
            routes
        );
        new LambdaHttp(_context).Map(routes);
    }

    private Func<AwsRequest, CancellationToken, Task<JsonObject>> Now(Func<JsonObject, JsonObject> operation) =>
        (request, _) =>
        {
            Authorize(request);
            return Task.FromResult(operation(request.Input));
        };

    private void Authorize(AwsRequest request)
    {
        var name = request.Input.Text("FunctionName");
        var resource = name is null ? "*" : LambdaFunction.ArnOf(LambdaFunction.NameOf(name));
        _context.Authorizer.Demand(request.Caller, $"lambda:{request.Operation}", resource);
    }

    private LambdaFunction Find(JsonObject input) => Find(input.RequiredText("FunctionName"));

    private LambdaFunction Find(string nameOrArn)
    {
        var name = LambdaFunction.NameOf(nameOrArn);
        return _functions.GetValueOrDefault(name)
            ?? throw new AwsException(
                "ResourceNotFoundException",
                $"Function not found: {LambdaFunction.ArnOf(name)}",
                404
            );
    }

    private async Task<JsonObject> CreateAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Authorize(request);
        var settings = FunctionSettings.Read(request.Input);
        await DemandRoleAsync(settings, cancellationToken);
        var log = new LogTail();
        var function = new LambdaFunction(settings, RuntimeOf(settings, log), log);
        foreach (var (key, value) in request.Input["Tags"] as JsonObject ?? [])
        {
            function.Tags[key] = $"{value}";
        }

        return _functions.TryAdd(settings.Name, function)
            ? FunctionDescription.Configuration(function)
            : throw new AwsException("ResourceConflictException", $"Function already exist: {settings.Name}", 409);
    }

    private async Task<JsonObject> UpdateConfigurationAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        Authorize(request);
        var function = Find(request.Input);
        var settings = function.Settings.With(request.Input);
        await DemandRoleAsync(settings, cancellationToken);
        Deploy(function, settings);
        return FunctionDescription.Configuration(function);
    }

    private JsonObject UpdateCode(JsonObject input)
    {
        var function = Find(input);
        Deploy(function, function.Settings with { Code = FunctionCode.Read(input) });
        return FunctionDescription.Configuration(function);
    }

    private void Deploy(LambdaFunction function, FunctionSettings settings)
    {
        var old = function.Runtime;
        function.Runtime = RuntimeOf(settings, function.Log);
        function.Settings = settings;
        old.Retire();
    }

    private FunctionRuntime RuntimeOf(FunctionSettings settings, LogTail log)
    {
        var executable = FunctionExecutable.Find(_context.Options, settings.Code);
        return new FunctionRuntime(new FunctionDeployment(settings, executable, _context, log));
    }

    private async Task DemandRoleAsync(FunctionSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await FunctionVariables.AssumeRoleAsync(_context.Aws, settings, cancellationToken);
        }
        catch (AwsException e)
        {
            throw new AwsException(
                "InvalidParameterValueException",
                $"The role defined for the function cannot be assumed by Lambda. ({settings.Role}: {e.Message})"
            );
        }
    }

    private async Task<JsonObject> RunAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        var function = Find(request.Input);
        _context.Authorizer.Demand(request.Caller, "lambda:InvokeFunction", function.Arn, function.Policy);
        var payload = InvokePayload.Read(request.Input["Payload"]);
        switch (request.Input.Text("InvocationType") ?? "RequestResponse")
        {
            case "Event":
                _async.Add(function, payload);
                return new JsonObject { ["StatusCode"] = 202 };
            case "DryRun":
                return new JsonObject { ["StatusCode"] = 204 };
            case "RequestResponse":
                return FunctionDescription.Result(await function.Runtime.InvokeAsync(payload, cancellationToken));
            case var other:
                throw new AwsException("InvalidParameterValueException", $"There is no InvocationType {other}");
        }
    }

    private JsonObject Describe(JsonObject input) => FunctionDescription.Function(Find(input));

    private JsonObject Delete(JsonObject input)
    {
        var function = Find(input);
        _functions.TryRemove(function.Name, out _);
        function.Runtime.Retire();
        return [];
    }

    private JsonObject PutAsyncPolicy(JsonObject input)
    {
        var function = Find(input);
        function.AsyncPolicy = AsyncPolicy.Read(input);
        return new JsonObject
        {
            ["FunctionArn"] = $"{function.Arn}:$LATEST",
            ["MaximumRetryAttempts"] = function.AsyncPolicy.MaximumRetryAttempts,
            ["MaximumEventAgeInSeconds"] = (int)function.AsyncPolicy.MaximumEventAge.TotalSeconds,
            ["LastModified"] = JsonValue.Create(_context.Clock.Now),
        };
    }

    private JsonObject DeleteAsyncPolicy(JsonObject input)
    {
        Find(input).AsyncPolicy = AsyncPolicy.Default;
        return [];
    }

    private JsonObject Tag(JsonObject input)
    {
        var function = Find(input.RequiredText("Resource"));
        foreach (var (key, value) in input["Tags"] as JsonObject ?? [])
        {
            function.Tags[key] = $"{value}";
        }

        return [];
    }

    private JsonObject Untag(JsonObject input)
    {
        var function = Find(input.RequiredText("Resource"));
        foreach (var key in input.Items("TagKeys"))
        {
            function.Tags.TryRemove($"{key}", out _);
        }

        return [];
    }
}
