using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Iam;

/// <summary>STS: sessions of roles.</summary>
internal sealed class StsService(SandboxContext context) : IAwsService
{
    private const int ShortestSession = 900;
    private const int DefaultSession = 3600;

    public string SigningName => "sts";

    public Task<JsonObject> InvokeAsync(AwsRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(
            request.Operation switch
            {
                "AssumeRole" => AssumeRole(request),
                "GetCallerIdentity" => GetCallerIdentity(request.Caller),
                _ => throw AwsException.NotInSandbox(SigningName, request.Operation),
            }
        );

    private JsonObject AssumeRole(AwsRequest request)
    {
        var arn = request.Input.Text("RoleArn") ?? throw IamErrors.Invalid("RoleArn is required");
        var sessionName =
            request.Input.Text("RoleSessionName") ?? throw IamErrors.Invalid("RoleSessionName is required");
        var role = Find(arn, request.Caller);
        context.Authorizer.DemandTrust(request.Caller, role);
        var seconds = request.Input.Whole("DurationSeconds") ?? DefaultSession;
        if (seconds < ShortestSession || seconds > role.MaxSessionDuration)
        {
            throw IamErrors.Invalid(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role, or is below 900."
            );
        }

        var session = Issue(new Principal.Role(role.Name, sessionName), TimeSpan.FromSeconds(seconds));
        return new JsonObject
        {
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = session.AccessKeyId,
                ["SecretAccessKey"] = session.SecretAccessKey,
                ["SessionToken"] = session.Token,
                ["Expiration"] = JsonValue.Create(session.Expiration),
            },
            ["AssumedRoleUser"] = new JsonObject
            {
                ["AssumedRoleId"] = $"{role.Id}:{sessionName}",
                ["Arn"] = CallerIdentity.Of(session.Principal),
            },
        };
    }

    private Role Find(string arn, Principal caller) =>
        context.Identities.Roles.Values.FirstOrDefault(role => string.Equals(role.Arn, arn, StringComparison.Ordinal))
        ?? throw Authorizer.Denied(caller, "sts:AssumeRole", arn, string.Empty);

    private Session Issue(Principal.Role principal, TimeSpan length)
    {
        var session = new Session(
            $"ASIA{Ids.Base32(context.Ids, 16)}",
            Ids.Base32(context.Ids, 40),
            Ids.Base32(context.Ids, 64),
            principal,
            context.Clock.Now + length
        );
        context.Identities.Add(session);
        return session;
    }

    private JsonObject GetCallerIdentity(Principal caller)
    {
        var role = caller is Principal.Role session
            ? context.Identities.Roles.GetValueOrDefault(session.RoleName)
            : null;
        return new JsonObject
        {
            ["UserId"] = role is null ? Account.Id : $"{role.Id}:{((Principal.Role)caller).SessionName}",
            ["Account"] = Account.Id,
            ["Arn"] = CallerIdentity.Of(caller),
        };
    }
}
