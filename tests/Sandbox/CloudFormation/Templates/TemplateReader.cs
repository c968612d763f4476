using System.Globalization;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>Reads a template's text, YAML or JSON (which is YAML too), into JSON with intrinsic functions in their long form.</summary>
internal static class TemplateReader
{
    /// <summary>Reads a template.</summary>
    /// <param name="text">The template.</param>
    /// <returns>Its root.</returns>
    /// <exception cref="AwsException">ValidationError with line and column.</exception>
    public static JsonObject Read(string text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                ? Mapping(root)
                : throw TemplateError.Because("Template format error: unsupported structure.");
        }
        catch (YamlException e)
        {
            throw TemplateError.At(e.Start, $"Template format error: YAML not well-formed. {e.Message}");
        }
    }

    private static JsonNode Node(YamlNode node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw TemplateError.At(
                node.Start,
                "Template error: YAML aliases are not allowed in CloudFormation templates"
            );
        }

        return node.Tag is { IsEmpty: false, IsLocal: true } tag ? Intrinsic(tag.Value[1..], node) : Plain(node);
    }

    private static JsonNode Plain(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => Mapping(mapping),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw TemplateError.At(node.Start, "Template format error: unsupported structure."),
        };

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        var members = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? throw TemplateError.At(key.Start, "A key is not a scalar");
            if (name.StartsWith("Fn::", StringComparison.Ordinal) && !IntrinsicNames.IsKnownLong(name))
            {
                throw Unknown(name, key);
            }

            members[name] = string.Equals(name, "Fn::GetAtt", StringComparison.Ordinal)
                ? AttributePath(Node(value))
                : Node(value);
        }

        return members;
    }

    private static JsonObject Intrinsic(string shortName, YamlNode node)
    {
        if (!IntrinsicNames.Short.Contains(shortName))
        {
            throw Unknown($"!{shortName}", node);
        }

        var argument = node is YamlScalarNode { Value: var text } ? JsonValue.Create(text ?? "") : Plain(node);
        return new JsonObject
        {
            [IntrinsicNames.Long(shortName)] = shortName is "GetAtt" ? AttributePath(argument) : argument,
        };
    }

    /// <summary>Splits <c>Logical.Attribute</c>, which may be written as one scalar, into its two parts.</summary>
    private static JsonNode AttributePath(JsonNode argument) =>
        argument is JsonValue path && path.ToString().Split('.', 2) is [var logicalId, var attribute]
            ? new JsonArray(logicalId, attribute)
            : argument;

    private static JsonValue Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => throw TemplateError.At(
                scalar.Start,
                "Template format error: [/] 'null' values are not allowed in templates"
            ),
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ => NumberOrText(text),
        };
    }

    private static JsonValue NumberOrText(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var digits = text.TrimStart('-', '+');
        var hasLeadingZero = digits.Length > 1 && digits[0] == '0' && digits[1] != '.';
        return !hasLeadingZero && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(text);
    }

    private static AwsException Unknown(string name, YamlNode node) =>
        TemplateError.At(node.Start, $"Template format error: the sandbox has no intrinsic function {name}");
}
