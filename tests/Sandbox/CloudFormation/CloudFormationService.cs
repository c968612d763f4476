using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.CloudFormation.CustomResources;
using Firetiger.Sandbox.CloudFormation.Resources;
using Firetiger.Sandbox.CloudFormation.Stacks;
using Firetiger.Sandbox.CloudFormation.Templates;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.S3;
using Microsoft.AspNetCore.Routing;

namespace Firetiger.Sandbox.CloudFormation;

/// <summary>AWS CloudFormation, as far as one template with a custom resource needs it. Operations on stacks run on after their answer.</summary>
internal sealed partial class CloudFormationService : IAwsService, IHttpEndpoints
{
    private const int LongestBody = 51_200;

    /// <summary>The limit of a template in S3; without buckets the sandbox takes such templates as TemplateBody.</summary>
    private const int LongestTemplate = 1_048_576;

    private readonly StackCatalog _stacks = new();
    private readonly Dictionary<string, Func<JsonObject, JsonObject>> _operations;
    private readonly SandboxContext _context;
    private readonly ResponseUrls _responses;
    private readonly ResourceTypes _types;
    private readonly StackEngine _engine;

    public CloudFormationService(SandboxContext context)
    {
        _context = context;
        _responses = new ResponseUrls(context);
        _types = new ResourceTypes(context, _responses);
        _engine = new StackEngine(context, _types);
        _operations = new(StringComparer.Ordinal)
        {
            ["CreateStack"] = Create,
            ["UpdateStack"] = Update,
            ["DeleteStack"] = Delete,
            ["DescribeStacks"] = Describe,
            ["DescribeStackEvents"] = DescribeEvents,
            ["DescribeStackResource"] = DescribeResource,
            ["DescribeStackResources"] = input => Resources(input, "StackResources", "Timestamp"),
            ["ListStackResources"] = input => Resources(input, "StackResourceSummaries", "LastUpdatedTimestamp"),
            ["ListStacks"] = List,
            ["GetTemplate"] = input => new JsonObject { ["TemplateBody"] = Stack(input).Plan.Template.Text },
            ["ValidateTemplate"] = input => StackDescription.OfTemplate(Template.Parse(Body(input))),
        };
    }

    public string SigningName => "cloudformation";

    public void Map(IEndpointRouteBuilder routes) => _responses.Map(routes);

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        if (!_operations.TryGetValue(request.Operation, out var operation))
        {
            throw AwsException.NotInSandbox(SigningName, request.Operation);
        }

        var resource = request.Input.Scalar("StackName") is { } name
            ? Account.Arn(SigningName, $"stack/{name}/*")
            : "*";
        _context.Authorizer.Demand(request.Caller, $"cloudformation:{request.Operation}", resource);
        return Task.FromResult(operation(request.Input));
    }

    private static string Required(JsonObject input, string member) =>
        input.Scalar(member)
        ?? throw TemplateError.Because(
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null"
        );

    private string Body(JsonObject input) =>
        (input.Scalar("TemplateBody"), input.Scalar("TemplateURL"), _context.Options.BucketsFolder) switch
        {
            ({ } body, null, null) => Within(LongestTemplate, body),
            ({ } body, null, _) => Within(LongestBody, body),
            (null, { } url, { } folder) => Within(LongestTemplate, Read(new Buckets(folder).Find(url))),
            (null, not null, null) => throw TemplateError.Because("This sandbox has no buckets: give it TemplateBody"),
            _ => throw TemplateError.Because("Either Template URL or Template Body must be specified."),
        };

    private static string Read(FileInfo? template) =>
        template is null ? throw TemplateError.Because("TemplateURL must be a supported URL.")
        : template.Exists ? File.ReadAllText(template.FullName)
        : throw TemplateError.Because("TemplateURL must reference a valid S3 object to which you have access.");

    private static string Within(int bytes, string body) =>
        Encoding.UTF8.GetByteCount(body) <= bytes
            ? body
            : throw TemplateError.Because($"Template may not exceed {bytes} bytes in size.");

    private static void DemandCapabilities(Template template, JsonObject input)
    {
        var given = (input["Capabilities"] as JsonArray ?? []).Select(name => $"{name}").ToList();
        var missing = template.Capabilities.Where(needed =>
            !given.Contains(needed, StringComparer.Ordinal)
            && !(needed is "CAPABILITY_IAM" && given.Contains("CAPABILITY_NAMED_IAM", StringComparer.Ordinal))
        );
        if (missing.FirstOrDefault() is { } capability)
        {
            throw new AwsException("InsufficientCapabilitiesException", $"Requires capabilities : [{capability}]");
        }
    }

    private Stack Stack(JsonObject input) => _stacks.Get(Required(input, "StackName"));

    private JsonObject Create(JsonObject input)
    {
        var name = Required(input, "StackName");
        if (!StackName().IsMatch(name))
        {
            throw TemplateError.Because(
                $"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            );
        }

        var template = Template.Parse(Body(input));
        DemandCapabilities(template, input);
        var parameters = ParameterValues.Bind(
            template,
            input["Parameters"] as JsonArray,
            ImmutableSortedDictionary<string, string>.Empty
        );
        var identity = new StackIdentity(name, Account.Arn(SigningName, $"stack/{name}/{_context.Ids.NextGuid()}"));
        var plan = StackPlan.Make(template, parameters, identity, _types);
        var stack = new Stack(_context, identity, plan)
        {
            DisableRollback = input.Scalar("DisableRollback") is "true" || input.Scalar("OnFailure") is "DO_NOTHING",
            Tags = input["Tags"]?.DeepClone().AsArray() ?? [],
            Capabilities = input["Capabilities"]?.DeepClone().AsArray() ?? [],
        };
        if (!_stacks.TryAdd(stack))
        {
            throw new AwsException("AlreadyExistsException", $"Stack [{name}] already exists");
        }

        stack.Enter("CREATE_IN_PROGRESS", "User Initiated");
        Run(stack, "CREATE_FAILED", stopping => _engine.CreateAsync(stack, stopping));
        return new JsonObject { ["StackId"] = identity.Id };
    }

    private JsonObject Update(JsonObject input)
    {
        var stack = Stack(input);
        if (
            stack.IsBusy
            || stack.Status is "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" or "DELETE_FAILED"
        )
        {
            throw TemplateError.Because(
                $"Stack:{stack.Identity.Id} is in {stack.Status} state and can not be updated."
            );
        }

        var text = input.Scalar("UsePreviousTemplate") is "true" ? stack.Plan.Template.Text : Body(input);
        var template = Template.Parse(text);
        DemandCapabilities(template, input);
        var parameters = ParameterValues.Bind(template, input["Parameters"] as JsonArray, stack.Plan.Parameters);
        var plan = StackPlan.Make(template, parameters, stack.Identity, _types);
        if (
            JsonNode.DeepEquals(template.Document, stack.Plan.Template.Document)
            && parameters.SequenceEqual(stack.Plan.Parameters)
        )
        {
            throw TemplateError.Because("No updates are to be performed.");
        }

        stack.Capabilities = input["Capabilities"]?.DeepClone().AsArray() ?? [];
        stack.Tags = input["Tags"]?.DeepClone().AsArray() ?? stack.Tags;
        stack.LastUpdatedTime = _context.Clock.Now;
        stack.Enter("UPDATE_IN_PROGRESS", "User Initiated");
        Run(stack, "UPDATE_FAILED", stopping => _engine.UpdateAsync(stack, plan, stopping));
        return new JsonObject { ["StackId"] = stack.Identity.Id };
    }

    private JsonObject Delete(JsonObject input)
    {
        var stack = _stacks.Find(Required(input, "StackName"));
        if (stack is null or { IsDeleted: true })
        {
            return [];
        }

        if (stack.IsBusy)
        {
            throw TemplateError.Because(
                $"Stack [{stack.Identity.Name}] cannot be deleted while in status {stack.Status}"
            );
        }

        var retained = (input["RetainResources"] as JsonArray ?? [])
            .Select(id => $"{id}")
            .ToHashSet(StringComparer.Ordinal);
        if (retained.Count > 0 && stack.Status is not "DELETE_FAILED")
        {
            throw TemplateError.Because("RetainResources may only be specified for stacks in DELETE_FAILED");
        }

        stack.Enter("DELETE_IN_PROGRESS", "User Initiated");
        Run(stack, "DELETE_FAILED", stopping => _engine.DeleteAsync(stack, retained, stopping));
        return [];
    }

    private void Run(Stack stack, string failed, Func<CancellationToken, Task> operation) =>
        _ = Task.Run(() => RunAsync(stack, failed, operation, _context.Stopping), _context.Stopping);

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Nobody awaits the operation: whatever it throws must end it, or its stack stays in progress for ever."
    )]
    private static async Task RunAsync(
        Stack stack,
        string failed,
        Func<CancellationToken, Task> operation,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await operation(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            stack.Enter(failed, "Internal Failure");
        }
    }

    private JsonObject Describe(JsonObject input)
    {
        var stacks = input.Scalar("StackName") is { } name
            ? [_stacks.Get(name)]
            : _stacks.All.Where(stack => !stack.IsDeleted);
        return new JsonObject { ["Stacks"] = new JsonArray([.. stacks.Select(StackDescription.Of)]) };
    }

    private JsonObject DescribeEvents(JsonObject input)
    {
        var stack = Stack(input);
        var newestFirst = Enumerable.Reverse(stack.Events).Select(happened => happened.Describe(stack.Identity));
        return new JsonObject { ["StackEvents"] = new JsonArray([.. newestFirst]) };
    }

    private JsonObject Resources(JsonObject input, string member, string timestampMember) =>
        new() { [member] = StackDescription.Resources(Stack(input), timestampMember) };

    private JsonObject DescribeResource(JsonObject input)
    {
        var (stack, id) = (Stack(input), Required(input, "LogicalResourceId"));
        var found = StackDescription
            .Resources(stack, "LastUpdatedTimestamp")
            .SingleOrDefault(resource =>
                string.Equals($"{resource!["LogicalResourceId"]}", id, StringComparison.Ordinal)
            );
        return found is null
            ? throw TemplateError.Because($"Resource {id} does not exist for stack {stack.Identity.Name}")
            : new JsonObject { ["StackResourceDetail"] = found.DeepClone() };
    }

    private JsonObject List(JsonObject input)
    {
        var wanted = (input["StackStatusFilter"] as JsonArray ?? []).Select(status => $"{status}").ToList();
        var stacks = _stacks.All.Where(stack => wanted.Count == 0 || wanted.Contains(stack.Status));
        return new JsonObject { ["StackSummaries"] = new JsonArray([.. stacks.Select(StackDescription.Summary)]) };
    }

    [GeneratedRegex(@"\A[a-zA-Z][-a-zA-Z0-9]{0,127}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StackName();
}
