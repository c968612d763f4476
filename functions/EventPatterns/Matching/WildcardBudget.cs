namespace Firetiger.EventPatterns.Matching;

/// <summary>
/// How many states of automata may be looked at for one pattern, whatever its number of <c>$or</c>s. Ordinary patterns need some dozens.
/// </summary>
/// <param name="maximum">How many.</param>
internal sealed class WildcardBudget(int maximum = WildcardBudget.Maximum)
{
    /// <summary>Some tenths of a second on a small machine.</summary>
    private const int Maximum = 20_000;

    /// <summary>Gets the states looked at so far.</summary>
    public int Spent { get; private set; }

    public bool TrySpend()
    {
        if (Spent == maximum)
        {
            return false;
        }

        Spent++;
        return true;
    }
}
