using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Wire;

namespace Firetiger.Sandbox.Sqs;

/// <summary>Batches: each entry succeeds or fails by itself.</summary>
internal static partial class Batch
{
    public const int MaximumEntries = 10;
    public const int MaximumBytes = 1_048_576;

    /// <summary>Runs an operation for every entry.</summary>
    /// <param name="request">The batch's call.</param>
    /// <param name="run">The operation on one entry.</param>
    /// <returns>The entries' results and errors.</returns>
    /// <exception cref="AwsException">The batch as a whole is refused.</exception>
    public static JsonObject Run(AwsRequest request, Func<JsonObject, JsonObject> run)
    {
        var (successful, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in Entries(request))
        {
            try
            {
                var result = run(entry);
                result.Insert(0, "Id", entry.Text("Id"));
                successful.Add(result);
            }
            catch (AwsException error)
            {
                failed.Add(Failure(entry, error));
            }
        }

        return new JsonObject { ["Successful"] = successful, ["Failed"] = failed };
    }

    /// <summary>Checks what holds for a batch as a whole.</summary>
    /// <param name="request">The batch's call.</param>
    /// <returns>Its entries.</returns>
    /// <exception cref="AwsException">It is empty or too long, or an id is not valid or not distinct.</exception>
    public static IReadOnlyList<JsonObject> Entries(AwsRequest request)
    {
        var entries = request.Input.Structures("Entries");
        if (entries.Count == 0)
        {
            throw SqsErrors.EmptyBatch(request.Operation);
        }

        if (entries.Count > MaximumEntries)
        {
            throw SqsErrors.TooManyEntries(entries.Count);
        }

        var ids = entries.Select(entry => entry.Text("Id") ?? string.Empty).ToArray();
        if (!ids.All(id => IdShape().IsMatch(id)))
        {
            throw SqsErrors.InvalidBatchEntryId();
        }

        var repeated = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return repeated is null ? entries : throw SqsErrors.BatchEntryIdsNotDistinct(repeated.Key);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z", RegexOptions.None, 1000)]
    private static partial Regex IdShape();

    private static JsonObject Failure(JsonObject entry, AwsException error) =>
        new()
        {
            ["Id"] = entry.Text("Id"),
            ["SenderFault"] = true,
            ["Code"] = error.Code,
            ["Message"] = error.Message,
        };
}
