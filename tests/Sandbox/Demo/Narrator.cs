namespace Firetiger.Sandbox.Demo;

/// <summary>Tells what happens, a line at a time.</summary>
internal sealed class Narrator(TextWriter output, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private int _chapter;

    /// <summary>Begins a chapter.</summary>
    /// <param name="title">What it is about.</param>
    public void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine($"{++_chapter}. {title}");
    }

    /// <summary>Tells one thing that happened, with the seconds since the start.</summary>
    /// <param name="text">What happened.</param>
    public void Say(string text) => output.WriteLine($"  {time.GetElapsedTime(_start).TotalSeconds, 5:0.0} s  {text}");

    /// <summary>Adds to what was just told.</summary>
    /// <param name="text">The detail.</param>
    public void Add(string text) => output.WriteLine($"           {text}");

    /// <summary>Writes a line of its own.</summary>
    /// <param name="text">The line.</param>
    public void Line(string text) => output.WriteLine(text);
}
