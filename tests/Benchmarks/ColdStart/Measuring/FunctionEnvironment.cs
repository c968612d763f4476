using Firetiger.ColdStart.Aws;
using Firetiger.ColdStart.Packages;

namespace Firetiger.ColdStart.Measuring;

/// <summary>The environment variables of a measured process: those of Lambda and those of our template, for all alike.</summary>
internal static class FunctionEnvironment
{
    // What a program needs from this machine to run at all.
    private static readonly string[] Inherited = ["PATH", "DOTNET_ROOT"];

    /// <summary>Replaces the variables of a process.</summary>
    /// <param name="variables">Those that it would inherit.</param>
    /// <param name="session">What it works on.</param>
    /// <param name="authority">Whom it trusts.</param>
    public static void Set(IDictionary<string, string?> variables, Session session, Authority authority)
    {
        foreach (var name in variables.Keys.Except(Inherited, StringComparer.Ordinal).ToList())
        {
            variables.Remove(name);
        }

        var endpoint = session.Endpoint.ToString().TrimEnd('/');
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = Repository.Workshop,
            ["AWS_LAMBDA_RUNTIME_API"] = session.RuntimeApi.Authority,
            ["AWS_ENDPOINT_URL"] = endpoint,
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "ASIAEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "example",
            ["AWS_SESSION_TOKEN"] = "example",
            ["AWS_LAMBDA_FUNCTION_NAME"] = "cold",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["DEAD_LETTER_QUEUE_URL"] = $"{endpoint}/123456789012/{Session.DeadLetterQueue}",
            ["QUARANTINE_QUEUE_URL"] = $"{endpoint}/123456789012/{Session.QuarantineQueue}",
            ["REDRIVE_BUS_NAME"] = "firetiger-redrive",
            ["REDRIVE_RULE_NAME"] = "firetiger-redrive",
            ["LIVE_RULE_NAME"] = "firetiger-ecs",
            ["API_DESTINATION_NAME"] = Session.ApiDestination,
            ["CONNECTION_NAME"] = Session.ApiDestination,
            ["STACK_NAME"] = "cold",
            ["INVOCATION_RATE_PER_SECOND"] = "300",
            // For TLS, each language's own way to be told whom to trust.
            ["SSL_CERT_FILE"] = authority.Bundle,
            ["SSL_CERT_DIR"] = authority.Folder,
            ["NODE_EXTRA_CA_CERTS"] = authority.OwnFile,
            ["AWS_CA_BUNDLE"] = authority.Bundle,
        };
        foreach (var (name, value) in values)
        {
            variables[name] = value;
        }
    }
}
