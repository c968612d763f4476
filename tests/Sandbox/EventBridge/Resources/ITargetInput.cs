using System.Text.Json;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>What a target is given of the matched event.</summary>
internal interface ITargetInput
{
    /// <summary>Makes the target's body.</summary>
    /// <param name="eventJson">The matched event.</param>
    /// <returns>JSON text.</returns>
    string Apply(string eventJson);

    /// <summary>The event as it is.</summary>
    sealed record Whole : ITargetInput
    {
        public string Apply(string eventJson) => eventJson;
    }

    /// <summary>The same text for every event.</summary>
    /// <param name="Json">The text.</param>
    sealed record Constant(string Json) : ITargetInput
    {
        public string Apply(string eventJson) => Json;
    }

    /// <summary>InputPath: a part of the event.</summary>
    /// <param name="Path">Dot notation, such as <c>$.detail.event</c>.</param>
    sealed record Part(string Path) : ITargetInput
    {
        public string Apply(string eventJson)
        {
            using var document = JsonDocument.Parse(eventJson, BusEvent.JsonOptions);
            var part = document.RootElement;
            foreach (var name in Path.Split('.').Skip(1))
            {
                if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty(name, out part))
                {
                    // AWS does not say what a target gets when the path selects nothing.
                    return "null";
                }
            }

            return part.GetRawText();
        }
    }
}
