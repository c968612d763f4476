namespace Firetiger.EventPatterns.Text;

/// <summary>Runs recursive work on deep documents on a stack of its own, because a caller's thread may have a small one.</summary>
internal static class DeepStack
{
    private const int ShallowDepth = 100;
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Runs the work, on another thread if the text may be deep.</summary>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work made.</returns>
    public static T Run<T>(string text, Func<T> work) => DepthOf(text) <= ShallowDepth ? work() : RunApart(work);

    /// <summary>Gets how deep the brackets go. Those in strings count too: they cost a thread at worst.</summary>
    private static int DepthOf(string text)
    {
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

    private static T RunApart<T>(Func<T> work)
    {
        Task<T> task = new(work);
        Thread thread = new(() => task.RunSynchronously(TaskScheduler.Default), StackBytes);
        thread.Start();
        thread.Join();
        return task.GetAwaiter().GetResult();
    }
}
