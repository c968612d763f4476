using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>The environment variables of a function's process.</summary>
internal static class FunctionVariables
{
    /// <summary>Makes the variables, with fresh credentials of the function's role.</summary>
    /// <param name="environmentId">The execution environment.</param>
    /// <param name="logStream">Its log stream.</param>
    /// <param name="deployment">The function.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All variables but the machine's own.</returns>
    /// <exception cref="AwsException">The role cannot be assumed.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ForAsync(
        string environmentId,
        string logStream,
        FunctionDeployment deployment,
        CancellationToken cancellationToken
    )
    {
        var (settings, context) = (deployment.Settings, deployment.Context);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in settings.Variables)
        {
            variables[name] = context.Options.FunctionEnvironment.GetValueOrDefault(name, value);
        }

        var credentials = await AssumeRoleAsync(context.Aws, settings, cancellationToken);
        variables["AWS_ACCESS_KEY_ID"] = credentials.RequiredText("AccessKeyId");
        variables["AWS_SECRET_ACCESS_KEY"] = credentials.RequiredText("SecretAccessKey");
        variables["AWS_SESSION_TOKEN"] = credentials.RequiredText("SessionToken");
        variables["AWS_LAMBDA_RUNTIME_API"] = $"{context.Endpoint.Authority}/lambda/{settings.Name}/{environmentId}";
        variables["AWS_ENDPOINT_URL"] = context.Endpoint.ToString().TrimEnd('/');
        variables["AWS_REGION"] = Account.Region;
        variables["AWS_DEFAULT_REGION"] = Account.Region;
        variables["AWS_LAMBDA_FUNCTION_NAME"] = settings.Name;
        variables["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = settings.MemorySize.ToString(CultureInfo.InvariantCulture);
        variables["AWS_LAMBDA_LOG_GROUP_NAME"] = settings.LogGroupName;
        variables["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream;
        variables["_HANDLER"] = settings.Handler;
        variables["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(deployment.Executable)!;
        return variables;
    }

    /// <summary>Gets credentials of a function's role.</summary>
    /// <param name="aws">The sandbox's services.</param>
    /// <param name="settings">The function.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Credentials of AssumeRole.</returns>
    /// <exception cref="AwsException">The role is missing or does not trust Lambda.</exception>
    public static async Task<JsonObject> AssumeRoleAsync(
        AwsDispatcher aws,
        FunctionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var answer = await aws.CallAsync(
            new Principal.Service("lambda.amazonaws.com"),
            "sts",
            "AssumeRole",
            new JsonObject { ["RoleArn"] = settings.Role, ["RoleSessionName"] = settings.Name },
            cancellationToken
        );
        return answer["Credentials"]!.AsObject();
    }
}
