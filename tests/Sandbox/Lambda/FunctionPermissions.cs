using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Lambda;

/// <summary>A function's resource policy, statement by statement.</summary>
internal static class FunctionPermissions
{
    public static JsonObject Add(LambdaFunction function, JsonObject input)
    {
        var id = input.RequiredText("StatementId");
        var statement = Statement(function, id, input);
        return function.Permissions.TryAdd(id, statement)
            ? new JsonObject { ["Statement"] = statement.ToJsonString() }
            : throw new AwsException(
                "ResourceConflictException",
                $"The statement id ({id}) provided already exists. Please provide a new statement id, or remove the existing statement.",
                409
            );
    }

    public static JsonObject Remove(LambdaFunction function, JsonObject input)
    {
        var id = input.RequiredText("StatementId");
        return function.Permissions.TryRemove(id, out _)
            ? []
            : throw new AwsException(
                "ResourceNotFoundException",
                $"Statement {id} is not found in resource policy.",
                404
            );
    }

    public static JsonObject Get(LambdaFunction function) =>
        function.Policy is { } policy
            ? new JsonObject { ["Policy"] = policy }
            : throw new AwsException("ResourceNotFoundException", "The resource you requested does not exist.", 404);

    private static JsonObject Statement(LambdaFunction function, string id, JsonObject input)
    {
        var principal = input.RequiredText("Principal");
        var isService = principal.EndsWith(".amazonaws.com", StringComparison.Ordinal);
        var statement = new JsonObject
        {
            ["Sid"] = id,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { [isService ? "Service" : "AWS"] = principal },
            ["Action"] = input.RequiredText("Action"),
            ["Resource"] = function.Arn,
        };
        var conditions = new JsonObject();
        if (input.Text("SourceArn") is { } arn)
        {
            conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = arn };
        }

        if (input.Text("SourceAccount") is { } account)
        {
            conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (conditions.Count > 0)
        {
            statement["Condition"] = conditions;
        }

        return statement;
    }
}
