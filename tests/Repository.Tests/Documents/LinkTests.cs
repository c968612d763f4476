namespace Firetiger.Repository.Tests.Documents;

/// <summary>Nothing in a document leads nowhere.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Documents => [.. Checkout.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document) =>
        Markdown.Links(Checkout.Read(document)).Select(link => Fault(document, link)).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Every_document_is_reached_from_the_README()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["README.md"]);
        while (next.TryDequeue(out var document))
        {
            if (reached.Add(document))
            {
                Markdown
                    .Links(Checkout.Read(document))
                    .Where(link => !IsElsewhere(link))
                    .Select(link => Resolve(document, link.Split('#')[0]))
                    .Select(path => Checkout.Has($"{path}/README.md") ? $"{path}/README.md" : path)
                    .Where(Checkout.Documents.Contains)
                    .ToList()
                    .ForEach(next.Enqueue);
            }
        }

        Checkout.Documents.Except(reached).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nowhere.md", "there is no docs/nowhere.md")]
    [InlineData("../docs/nowhere/", "there is no docs/nowhere")]
    [InlineData("images/nowhere.png", "there is no docs/images/nowhere.png")]
    [InlineData("#nowhere", "docs/operations.md has no heading #nowhere")]
    [InlineData("security.md#nowhere", "docs/security.md has no heading #nowhere")]
    [InlineData("http://example.com", "http://example.com is not https")]
    [InlineData("security.md#who-may-use-them", null)]
    [InlineData("../template/terraform", null)]
    [InlineData("https://example.com", null)]
    public void A_link_that_leads_nowhere_is_found(string link, string? fault) =>
        Fault("docs/operations.md", link).ShouldBe(fault);

    private static string? Fault(string document, string link)
    {
        if (IsElsewhere(link))
        {
            return link.StartsWith("http:", StringComparison.Ordinal) ? $"{link} is not https" : null;
        }

        var parts = link.Split('#');
        var path = parts[0].Length == 0 ? document : Resolve(document, parts[0]);
        if (!Checkout.Has(path))
        {
            return $"there is no {path}";
        }

        return parts.Length > 1 && !Markdown.Anchors(Checkout.Read(path)).Contains(parts[1])
            ? $"{path} has no heading #{parts[1]}"
            : null;
    }

    private static bool IsElsewhere(string link) => link.Contains(':', StringComparison.Ordinal);

    private static string Resolve(string document, string link) =>
        Path.GetRelativePath(
                Checkout.Root,
                Path.Combine(Checkout.Root, Path.GetDirectoryName(document)!, link.TrimEnd('/'))
            )
            .Replace('\\', '/');
}
