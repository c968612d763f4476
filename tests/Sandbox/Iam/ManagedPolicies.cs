namespace Firetiger.Sandbox.Iam;

/// <summary>The managed policies of AWS that the sandbox knows.</summary>
internal static class ManagedPolicies
{
    private static readonly Dictionary<string, Policy> Known = new(StringComparer.Ordinal)
    {
        // What SAM attaches to every function's role.
        ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"] = Policy.Parse(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
              "Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]}
            """
        ),
    };

    /// <summary>Finds one.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="Hosting.AwsException">NoSuchEntity: on AWS it may well exist, but what it grants is not known here.</exception>
    public static Policy Find(string arn) =>
        Known.TryGetValue(arn, out var policy)
            ? policy
            : throw IamErrors.NoSuchEntity($"The sandbox does not know the managed policy {arn}; write it inline.");
}
