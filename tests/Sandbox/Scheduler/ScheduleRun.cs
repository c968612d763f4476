namespace Firetiger.Sandbox.Scheduler;

/// <summary>One run of a schedule.</summary>
/// <param name="At">When.</param>
/// <param name="ScheduleArn">Which.</param>
/// <param name="Failure">Why the target was not invoked, or <see langword="null"/>.</param>
internal sealed record ScheduleRun(DateTimeOffset At, string ScheduleArn, string? Failure);
