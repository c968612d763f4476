using Firetiger.Sandbox.Hosting;
using YamlDotNet.Core;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>What CloudFormation answers to a template or its parameters: always ValidationError.</summary>
internal static class TemplateError
{
    public static AwsException Because(string message) => new("ValidationError", message);

    /// <summary>Makes an error that says where: CloudFormation often does not, which costs its users time.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="at">Where.</param>
    /// <returns>The error.</returns>
    public static AwsException At(Mark at, string message) =>
        Because($"{message} (line {at.Line}, column {at.Column})");
}
