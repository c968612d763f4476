using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>Finds where a section of a template begins, for an error about it.</summary>
internal static class SectionFinder
{
    public static Mark Find(string text, string section)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return root
            .Children.Keys.First(key =>
                string.Equals((key as YamlScalarNode)?.Value, section, StringComparison.Ordinal)
            )
            .Start;
    }
}
