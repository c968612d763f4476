namespace Firetiger.EventPatterns.Explanation;

/// <summary>Explains one combination of <c>$or</c> branches.</summary>
internal sealed class BranchExplainer(IReadOnlyList<FieldEvidence> fields)
{
    private readonly List<FieldEvidence> _possible = [.. fields.Where(field => !field.Fails)];

    /// <summary>Gets how many fields nothing can satisfy.</summary>
    public int Failures => fields.Count - _possible.Count;

    /// <summary>Explains the branch.</summary>
    /// <param name="isKnownMatch">Whether the event matches, for when finding it out here would take too long.</param>
    /// <returns>The explanation.</returns>
    public BranchExplanation Explain(bool isKnownMatch)
    {
        ElementChoice choice = new(_possible);
        bool exists = choice.Exists();
        if (choice.GaveUp)
        {
            exists = isKnownMatch;
        }

        IReadOnlyList<ScalarAt?> chosen = choice.Furthest;
        int conflict = exists ? -1 : chosen.Count;
        return new BranchExplanation(
            exists && Failures == 0,
            [.. fields.Select(field => Explain(field, chosen, conflict))]
        );
    }

    private FieldExplanation Explain(FieldEvidence field, IReadOnlyList<ScalarAt?> chosen, int conflict)
    {
        int index = _possible.IndexOf(field);
        if (index < 0)
        {
            return FieldExplainer.Failed(field);
        }

        if (index == conflict)
        {
            return FieldExplainer.Conflicting(field, _possible, chosen);
        }

        ScalarAt? any = field.Satisfying.Count > 0 ? field.Satisfying[0] : null;
        return FieldExplainer.Satisfied(field, index < chosen.Count ? chosen[index] : any);
    }
}
