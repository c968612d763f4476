using System.Text.Json.Nodes;
using System.Threading.Channels;
using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Lambda;

/// <summary>Takes the lines of one process to its log stream, with the rights of the function's role as on AWS.</summary>
internal sealed class FunctionLog
{
    private readonly Channel<(DateTimeOffset At, string Line)> _lines = Channel.CreateUnbounded<(
        DateTimeOffset,
        string
    )>();
    private readonly FunctionDeployment _function;
    private readonly string _stream;

    public FunctionLog(FunctionDeployment function, string stream)
    {
        (_function, _stream) = (function, stream);
        Pumping = PumpAsync(function.Context.Stopping);
    }

    /// <summary>Gets the task that writes until the log is complete.</summary>
    public Task Pumping { get; }

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line; null, as at the end of a stream, is none.</param>
    public void Add(string? line)
    {
        if (line is not null)
        {
            _function.Log(line);
            _lines.Writer.TryWrite((_function.Context.Clock.Now, line));
        }
    }

    public void Complete() => _lines.Writer.TryComplete();

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Lambda makes a group of its own only where none is configured.
            if (_function.Settings.LogGroup is null)
            {
                await CallAsync("CreateLogGroup", []);
            }

            await CallAsync("CreateLogStream", new JsonObject { ["logStreamName"] = _stream });
            while (await _lines.Reader.WaitToReadAsync(cancellationToken))
            {
                await CallAsync(
                    "PutLogEvents",
                    new JsonObject { ["logStreamName"] = _stream, ["logEvents"] = Waiting() }
                );
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox ends.
        }
    }

    private JsonArray Waiting()
    {
        var events = new JsonArray();
        while (_lines.Reader.TryRead(out var line))
        {
            events.Add(new JsonObject { ["timestamp"] = line.At.ToUnixTimeMilliseconds(), ["message"] = line.Line });
        }

        return events;
    }

    private async Task CallAsync(string operation, JsonObject input)
    {
        var settings = _function.Settings;
        input["logGroupName"] = settings.LogGroupName;
        try
        {
            await _function.Context.Aws.CallAsync(
                new Principal.Role(settings.RoleName, settings.Name),
                "logs",
                operation,
                input,
                _function.Context.Stopping
            );
        }
        catch (AwsException)
        {
            // The group is there already, or the role may not write logs: on AWS the lines are then lost without a word.
        }
    }
}
