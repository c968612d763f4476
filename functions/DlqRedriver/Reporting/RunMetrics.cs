using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Firetiger.DlqRedriver.Aws;

namespace Firetiger.DlqRedriver.Reporting;

/// <summary>Puts a run's counts into CloudWatch, where the alarms look.</summary>
/// <param name="cloudWatch">CloudWatch.</param>
/// <param name="stackName">The dimension.</param>
/// <param name="time">The clock.</param>
internal sealed class RunMetrics(IAmazonCloudWatch cloudWatch, string stackName, TimeProvider time)
{
    /// <summary>The namespace of every metric.</summary>
    public const string Namespace = "Firetiger/EcsEvents";

    /// <summary>Puts them. A failure is logged and never fails the run: the events have moved.</summary>
    /// <param name="report">The run.</param>
    /// <param name="log">Where a failure is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When done.</returns>
    public async Task PutAsync(RunReport report, Log log, CancellationToken cancellationToken)
    {
        var request = new PutMetricDataRequest { Namespace = Namespace, MetricData = [.. Data(report)] };
        try
        {
            await AwsCall.InvokeAsync("PutMetricData", () => cloudWatch.PutMetricDataAsync(request, cancellationToken));
        }
        catch (AwsCallException fault)
        {
            log.AwsFault(fault);
        }
    }

    private IEnumerable<MetricDatum> Data(RunReport report)
    {
        yield return Datum("Redriven", report.Redriven, StandardUnit.Count);
        yield return Datum("Probed", report.Probed, StandardUnit.Count);
        yield return Datum("Quarantined", report.Quarantined, StandardUnit.Count);
        yield return Datum("Waiting", report.Waiting, StandardUnit.Count);
        yield return Datum("Renewed", report.Renewed, StandardUnit.Count);
        // A run that AWS or a defect of ours ended moved nothing either, and must ring the same alarm.
        var failed = Math.Max(report.Failed, report.Fault is null ? 0 : 1);
        yield return Datum("Failed", failed, StandardUnit.Count);
        yield return Datum("OldestMessageAgeSeconds", report.OldestMessageAgeSeconds, StandardUnit.Seconds);
        yield return Datum("RunSeconds", report.Milliseconds / 1000.0, StandardUnit.Seconds);
        if (report.Gate is { } gate)
        {
            yield return Datum("GateState", (int)gate.State, StandardUnit.None);
        }

        if (report.RouteState is { } route)
        {
            yield return Datum("RouteState", (int)route, StandardUnit.None);
        }
    }

    private MetricDatum Datum(string name, double value, StandardUnit unit) =>
        new()
        {
            MetricName = name,
            Value = value,
            Unit = unit,
            Timestamp = time.GetUtcNow().UtcDateTime,
            Dimensions = [new Dimension { Name = "StackName", Value = stackName }],
        };
}
