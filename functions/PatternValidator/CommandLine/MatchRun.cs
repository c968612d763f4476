using Firetiger.CommandLine;
using Firetiger.EventPatterns;
using Firetiger.EventPatterns.Explanation;

namespace Firetiger.PatternValidator.CommandLine;

/// <summary>One pattern against the events of some files.</summary>
internal sealed class MatchRun(EventPattern pattern, MatchOptions options, StandardStreams streams)
{
    private readonly InvocationRate _rate = new();
    private readonly Progress _progress = new(streams, TimeProvider.System);
    private readonly List<string> _malformedPlaces = [];
    private long _events;
    private long _malformed;
    private long _explained;

    /// <summary>Gets how many events match.</summary>
    public long Matched { get; private set; }

    // With --print the result is the events, and nothing else may be among them.
    private TextWriter Report => options.Prints ? streams.Error : streams.Out;

    private Colors ReportColors => options.Prints ? streams.ErrorColors : streams.OutColors;

    /// <summary>Takes in the events of one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public async Task ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = await Input.OpenAsync(path, streams.In, cancellationToken);
        var name = Input.NameOf(path);
        var events = new EventSplitter(stream);
        while (await Input.ReadingAsync(path, () => events.FillAsync(cancellationToken).AsTask()))
        {
            while (events.TryRead(out var found))
            {
                Add(found, name);
            }

            await streams.Out.FlushAsync(cancellationToken);
            _progress.Show(_events, events.BytesRead);
        }

        if (events.OpenArrayLine is { } line)
        {
            AddMalformed(() => $"{name}:{line}: the array of events is not closed");
        }

        _progress.Clear();
    }

    /// <summary>Tells what came of it.</summary>
    public void Summarize()
    {
        foreach (var place in _malformedPlaces)
        {
            Report.WriteLine(place);
        }

        if (_malformed > _malformedPlaces.Count)
        {
            Report.WriteLine($"and {_malformed - _malformedPlaces.Count} more that are no events");
        }

        var unexplained = _events - _malformed - Matched - _explained;
        if (options.Explains && unexplained > 0)
        {
            Report.WriteLine($"and {unexplained} more that do not match (--limit {options.Limit})");
        }

        Report.WriteLine(Counts());
        if (options.Rates)
        {
            Report.Write(_rate.Render());
        }
    }

    private string Counts()
    {
        var malformed = _malformed == 0 ? "" : $", {_malformed:N0} malformed";
        return $"{Counted.Of(_events, "event")}: {Matched:N0} matched, {_events - _malformed - Matched:N0} not matched{malformed}";
    }

    private void Add(in FoundEvent found, string name)
    {
        var utf8Event = found.Bytes.Span;
        var facts = EventFacts.Of(utf8Event);
        if (!facts.IsEvent)
        {
            var malformed = found;
            AddMalformed(() => PlaceOf(malformed, name));
            return;
        }

        _events++;
        if (pattern.IsMatch(utf8Event))
        {
            AddMatch(utf8Event, facts);
        }
        else if (options.Explains && _explained < options.Limit)
        {
            _explained++;
            var explanation = ExplanationText.Render(pattern.Explain(utf8Event));
            Report.WriteLine($"{name}:{found.Line}: {ReportColors.Paint(explanation)}");
        }
    }

    private void AddMatch(ReadOnlySpan<byte> utf8Event, EventFacts facts)
    {
        Matched++;
        if (options.Rates)
        {
            _rate.Add(facts.Time);
        }

        if (options.Prints)
        {
            EventText.WriteLine(streams.Out, utf8Event);
        }
    }

    // To find the place takes reading the event once more.
    private void AddMalformed(Func<string> place)
    {
        _events++;
        _malformed++;
        if (_malformedPlaces.Count < options.Limit)
        {
            _malformedPlaces.Add(place());
        }
    }

    private string PlaceOf(in FoundEvent found, string name)
    {
        var mistake = pattern.Explain(found.Bytes.Span).Mistake;
        var (line, column) = mistake?.Position ?? new(1, 1);
        var shift = line == 1 ? found.Column - 1 : 0;
        return $"{name}:{found.Line + line - 1}:{column + shift}: not an event: {OnOneLine(mistake?.Message ?? "not JSON")}";
    }

    private static string OnOneLine(string message) => message.ReplaceLineEndings(" ");
}
