namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// What the automata of one pattern may cost, whatever its wildcards and its number of <c>$or</c>s: the places they have, and the places
/// looked at in the search. Ordinary patterns need some dozens.
/// </summary>
/// <param name="maximum">How many places.</param>
internal sealed class WildcardBudget(int maximum = WildcardBudget.Maximum)
{
    /// <summary>Some tenths of a second on a small machine.</summary>
    private const int Maximum = 100_000;

    /// <summary>Gets the places paid for so far.</summary>
    public int Spent { get; private set; }

    /// <summary>Gets a value indicating whether something was left out because the budget was spent.</summary>
    public bool HasGivenUp { get; private set; }

    public bool TrySpend(int places)
    {
        if (places > maximum - Spent)
        {
            HasGivenUp = true;
            return false;
        }

        Spent += places;
        return true;
    }

    public void GiveUp() => HasGivenUp = true;
}
