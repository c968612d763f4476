namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// What EventBridge's engine knows at one moment of following a pattern: the fields that can be decided next. Branches come to the same
/// moment when all that is decided before is the same.
/// </summary>
internal sealed class DecisionNode
{
    private readonly Dictionary<string, FieldDecision> _fields = new(StringComparer.Ordinal);

    public IEnumerable<FieldDecision> Fields => _fields.Values;

    public FieldDecision At(string path)
    {
        if (!_fields.TryGetValue(path, out FieldDecision? field))
        {
            field = new FieldDecision();
            _fields.Add(path, field);
        }

        return field;
    }
}
