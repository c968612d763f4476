namespace Firetiger.EventPatterns.Diagnostics;

/// <summary>EP03xx: a value is invalid or beyond a limit.</summary>
internal static class ValueFindings
{
    private static readonly DiagnosticDescriptor ConsecutiveWildcardsKind = new(
        "EP0301",
        DiagnosticSeverity.Error,
        "two wildcards in a row",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor WildcardEscapeKind = new(
        "EP0302",
        DiagnosticSeverity.Error,
        "invalid escape in a wildcard",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor TooComplexKind = new(
        "EP0303",
        DiagnosticSeverity.Error,
        "wildcards too complex",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NearlyTooComplexKind = new(
        "EP0304",
        DiagnosticSeverity.Warning,
        "wildcards nearly too complex",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor CidrFormKind = new(
        "EP0305",
        DiagnosticSeverity.Error,
        "CIDR that is not address/bits",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor CidrBitsKind = new(
        "EP0306",
        DiagnosticSeverity.Error,
        "CIDR with invalid mask bits",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor CidrAddressKind = new(
        "EP0307",
        DiagnosticSeverity.Error,
        "CIDR with an invalid address",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor RangeOrderKind = new(
        "EP0308",
        DiagnosticSeverity.Error,
        "range without anything in it",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor NotComparableKind = new(
        "EP0309",
        DiagnosticSeverity.Error,
        "number that EventBridge cannot compare",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor TextOnlyNumberKind = new(
        "EP0310",
        DiagnosticSeverity.Warning,
        "number that matches only its own spelling",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor OutsideDocumentedRangeKind = new(
        "EP0311",
        DiagnosticSeverity.Warning,
        "number outside the documented range",
        Pages.Operators
    );
    private static readonly DiagnosticDescriptor TooLongKind = new(
        "EP0312",
        DiagnosticSeverity.Error,
        "pattern longer than EventBridge takes",
        Pages.Quotas
    );
    private static readonly DiagnosticDescriptor LongerThanDefaultKind = new(
        "EP0313",
        DiagnosticSeverity.Warning,
        "pattern longer than the default quota",
        Pages.Quotas
    );
    private static readonly DiagnosticDescriptor TooManyFieldsKind = new(
        "EP0314",
        DiagnosticSeverity.Error,
        "too many fields",
        Pages.Quotas
    );
    private static readonly DiagnosticDescriptor TooManyCombinationsKind = new(
        "EP0315",
        DiagnosticSeverity.Warning,
        "too many combinations of $or to check",
        Pages.Operators
    );

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        ConsecutiveWildcardsKind,
        WildcardEscapeKind,
        TooComplexKind,
        NearlyTooComplexKind,
        CidrFormKind,
        CidrBitsKind,
        CidrAddressKind,
        RangeOrderKind,
        NotComparableKind,
        TextOnlyNumberKind,
        OutsideDocumentedRangeKind,
        TooLongKind,
        LongerThanDefaultKind,
        TooManyFieldsKind,
        TooManyCombinationsKind,
    ];

    public static Finding ConsecutiveWildcards(int position) =>
        new(
            ConsecutiveWildcardsKind,
            "`**` in a wildcard",
            "one `*` stands for any number of characters; a literal star is `\\\\*` in JSON",
            $"Consecutive wildcard characters at pos {position}"
        );

    public static Finding WildcardEscape(int position) =>
        new(
            WildcardEscapeKind,
            "a backslash in a wildcard escapes only `*` and itself",
            "a literal backslash is `\\\\\\\\` in JSON",
            $"Invalid escape character at pos {position}"
        );

    public static Finding TooComplex(int limit) =>
        new(
            TooComplexKind,
            $"the wildcards of one field are too complex (score {limit} or more)",
            "use fewer `*`, fewer repeated characters after a `*`, or `prefix` and `suffix`; alternatives of `$or` add up",
            "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character"
        );

    public static Finding NearlyTooComplex(int score) =>
        new(
            NearlyTooComplexKind,
            $"the wildcards of one field are so complex (score {score}) that EventBridge likely refuses them",
            "use fewer `*`, or `prefix` and `suffix`"
        );

    public static Finding CidrForm() =>
        new(
            CidrFormKind,
            "a CIDR is an address, one `/` and the number of mask bits",
            "for example `10.0.0.0/8` or `2001:db8::/32`",
            "Malformed CIDR, one '/' required"
        );

    public static Finding CidrBits(string message, string detail) =>
        new(
            CidrBitsKind,
            message,
            "0 to 31 for IPv4, 0 to 127 for IPv6; a single address is written as a plain string",
            detail
        );

    public static Finding CidrAddress(string address, bool isShapedRight) =>
        new(
            CidrAddressKind,
            $"`{address}` is not an IP address",
            null,
            isShapedRight ? $"Invalid IP address: {address}" : $"Nonstandard IP address: {address}"
        );

    public static Finding RangeOrder() =>
        new(
            RangeOrderKind,
            "the lower bound must be less than the upper bound",
            "for one number write `[\"=\", 5]`",
            "Bottom must be less than top"
        );

    public static Finding NotComparable(string literal) =>
        new(
            NotComparableKind,
            $"EventBridge cannot compare the number {literal}",
            "it is too large, too small or has more digits than a double holds (about 15)",
            $"Cannot compare number : {literal}"
        );

    public static Finding TextOnlyNumber(string literal) =>
        new(
            TextOnlyNumberKind,
            $"the number {literal} matches only when the event spells it the same",
            "it has more digits than a double holds"
        );

    public static Finding OutsideDocumentedRange(string literal) =>
        new(
            OutsideDocumentedRangeKind,
            $"the number {literal} is outside what AWS documents (-5.0e9 to 5.0e9, 15 digits)",
            "EventBridge takes it today; matching it is not promised"
        );

    public static Finding TooLong(int length, int limit) =>
        new(
            TooLongKind,
            $"the pattern has {length} characters without white space; EventBridge takes {limit}",
            "shorten lists, or split it over two rules"
        );

    public static Finding LongerThanDefault(int length, int limit) =>
        new(
            LongerThanDefaultKind,
            $"the pattern has {length} characters without white space; the default quota is {limit}",
            "ask for a higher quota \"Event pattern size\" before deploying"
        );

    public static Finding TooManyFields(int count, int limit) =>
        new(
            TooManyFieldsKind,
            $"{count} fields; EventBridge takes {limit}",
            null,
            $"Size of rule 'r' exceeds max value of {limit}"
        );

    /// <summary>Gets a limit of this library, not of EventBridge: nothing follows from it but that the check is incomplete.</summary>
    public static Finding TooManyCombinations { get; } =
        new(
            TooManyCombinationsKind,
            "the `$or`s multiply to so many combinations that the pattern was not checked to the end",
            "several `$or` in one pattern multiply; put the alternatives of one field in one list"
        );
}
