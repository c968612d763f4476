namespace Firetiger.EventPatterns.Text;

/// <summary>Runs recursive work on deep documents on a stack of its own, because a caller's thread may have a small one.</summary>
internal static class DeepStack
{
    private const int ShallowBrackets = 100;
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Runs the work, on another thread if the text has so many brackets that it may be deep.</summary>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work made.</returns>
    public static T Run<T>(string text, Func<T> work) =>
        text.AsSpan().Count('{') + text.AsSpan().Count('[') <= ShallowBrackets ? work() : RunApart(work);

    private static T RunApart<T>(Func<T> work)
    {
        Task<T> task = new(work);
        Thread thread = new(() => task.RunSynchronously(TaskScheduler.Default), StackBytes);
        thread.Start();
        thread.Join();
        return task.GetAwaiter().GetResult();
    }
}
