namespace Firetiger.Sandbox.Lambda;

/// <summary>The newest lines a function wrote, for tests and the demo. Safe for concurrent use.</summary>
internal sealed class LogTail
{
    private const int Capacity = 1000;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    /// <summary>Gets the lines, oldest first; 1,000 at most.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Capacity)
            {
                _lines.Dequeue();
            }
        }
    }
}
