using System.Runtime.CompilerServices;

namespace Firetiger.EventPatterns.Text;

/// <summary>
/// Runs recursive work on deep documents on a stack of its own where the caller's thread has too small a one. Starting a thread costs more than
/// most of the work, so it is the exception.
/// </summary>
internal static class DeepStack
{
    private const int ShallowDepth = 100;

    /// <summary>Deeper documents are refused before they need more.</summary>
    private const int MaximumDepth = 1000;

    /// <summary>Several times what one level takes, in a build for debugging too.</summary>
    private const int BytesPerLevel = 4096;

    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Less than the runtime keeps in reserve when it says that there is stack enough.</summary>
    private const int ProbeBytes = 48 * 1024;

    /// <summary>Runs the work, on another thread if the text may be too deep for this one.</summary>
    /// <typeparam name="TOptions">What the work is told besides the text.</typeparam>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="options">What the work is told besides.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work made.</returns>
    public static T Run<TOptions, T>(string text, TOptions options, Func<string, TOptions, T> work) =>
        HasStackFor(DepthOf(text)) ? work(text, options) : RunApart(text, options, work);

    /// <summary>Tells whether this thread's stack will do; any does for a shallow text.</summary>
    private static bool HasStackFor(int depth) =>
        depth <= ShallowDepth || HasStack(Math.Min(depth, MaximumDepth) * BytesPerLevel);

    /// <summary>Gets how deep the brackets go. Those in strings count too: they cost a thread at worst.</summary>
    private static int DepthOf(string text)
    {
        // Few brackets, which are quickly counted, cannot be deep.
        int opened = text.AsSpan().Count('{') + text.AsSpan().Count('[');
        if (opened <= ShallowDepth)
        {
            return opened;
        }

        int depth = 0;
        int deepest = 0;
        foreach (char character in text)
        {
            if (character is '{' or '[')
            {
                depth++;
                deepest = Math.Max(deepest, depth);
            }
            else if (character is '}' or ']' && depth > 0)
            {
                depth--;
            }
        }

        return deepest;
    }

    /// <summary>Takes the stack step by step, each time asking the runtime, which only answers for the next step, and gives it back.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool HasStack(int bytes)
    {
        if (bytes <= 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return bytes <= 0;
        }

        Span<byte> probe = stackalloc byte[ProbeBytes];
        probe[0] = HasStack(bytes - ProbeBytes) ? (byte)1 : (byte)0;
        return probe[0] != 0;
    }

    private static T RunApart<TOptions, T>(string text, TOptions options, Func<string, TOptions, T> work)
    {
        Task<T> task = new(() => work(text, options));
        Thread thread = new(() => task.RunSynchronously(TaskScheduler.Default), StackBytes);
        thread.Start();
        thread.Join();
        return task.GetAwaiter().GetResult();
    }
}
