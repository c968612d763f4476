using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.CloudWatch;

/// <summary>Dashboards: kept and returned.</summary>
internal sealed class Dashboards
{
    private readonly ConcurrentDictionary<string, string> _bodies = new(StringComparer.Ordinal);

    public static string Arn(string name) => $"arn:{Account.Partition}:cloudwatch::{Account.Id}:dashboard/{name}";

    public JsonObject Put(JsonObject input)
    {
        var body = input.Text("DashboardBody") ?? throw CloudWatchErrors.Missing("DashboardBody");
        try
        {
            WireJson.Parse(Encoding.UTF8.GetBytes(body));
        }
        catch (AwsException bad)
        {
            throw CloudWatchErrors.InvalidDashboard(
                $"The field DashboardBody must be a valid JSON object. {bad.Message}"
            );
        }

        _bodies[Name(input)] = body;
        return new JsonObject { ["DashboardValidationMessages"] = new JsonArray() };
    }

    public JsonObject Get(JsonObject input) =>
        _bodies.TryGetValue(Name(input), out var body)
            ? new JsonObject
            {
                ["DashboardArn"] = Arn(Name(input)),
                ["DashboardBody"] = body,
                ["DashboardName"] = Name(input),
            }
            : throw CloudWatchErrors.NoDashboard(Name(input));

    public JsonObject Delete(JsonObject input)
    {
        var names = input.Texts("DashboardNames");
        if (names.FirstOrDefault(name => !_bodies.ContainsKey(name)) is { } missing)
        {
            throw CloudWatchErrors.NoDashboard(missing);
        }

        foreach (var name in names)
        {
            _bodies.TryRemove(name, out _);
        }

        return [];
    }

    private static string Name(JsonObject input) =>
        input.Text("DashboardName") ?? throw CloudWatchErrors.Missing("DashboardName");
}
