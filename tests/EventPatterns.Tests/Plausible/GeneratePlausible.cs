using CsCheck;
using static Firetiger.EventPatterns.Tests.Plausible.Choice;

namespace Firetiger.EventPatterns.Tests.Plausible;

/// <summary>
/// Patterns as people write them for ECS events, with the mistakes that they make. What events can have is written down here from AWS's
/// pages, not taken from the library.
/// </summary>
internal static class GeneratePlausible
{
    private static readonly Choice Present = new("""{"exists":true}""", Whatever, Whatever);
    private static readonly Choice Absent = new("""{"exists":false}""", Nothing, Nothing);
    private static readonly Choice NeverAbsent = Never("""{"exists":false}""");

    private static readonly Choice[] Sources =
    [
        new("\"aws.ecs\"", "\"aws.ecs\"", null),
        new("\"aws.ecs\"", "\"aws.ecs\"", null),
        new("\"aws.ecs\"", "\"aws.ecs\"", null),
        new("""{"prefix":"aws."}""", "\"aws.ecs\"", "\"aws.ec2\""),
        new("""{"equals-ignore-case":"AWS.ECS"}""", "\"aws.ecs\"", null),
        NotEcs("\"my.app\""),
        NotEcs("\"aws.ec2\""),
        new("""{"anything-but":"aws.ecs"}""", null, "\"my.app\""),
        Never("\"aws.ECS\""),
        Never("\"aws.esc\""),
        Never("1"),
        Present,
    ];

    private static readonly Choice[] DetailTypes =
    [
        new("\"ECS Task State Change\"", "\"ECS Task State Change\"", null),
        new("\"ECS Service Action\"", "\"ECS Service Action\"", null),
        new("""{"prefix":"ECS "}""", "\"ECS Task State Change\"", null),
        NotEcs("\"Order Placed\""),
        Never("\"ECS Task state change\""),
        Never("1"),
        Present,
    ];

    private static readonly Choice[] Accounts =
    [
        Free("\"123456789012\""),
        Never("\"1234-5678-9012\""),
        Never("123456789012"),
        Never("12345678901"),
        NeverAbsent,
        new("""{"prefix":"12"}""", "\"123456789012\"", "\"123456789012\""),
    ];

    private static readonly Choice[] Regions =
    [
        Free("\"eu-west-1\""),
        Never("\"eu-west-1a\""),
        Never("\"EU-WEST-1\""),
        Never("1"),
        new("""{"wildcard":"eu-*"}""", "\"eu-west-1\"", "\"eu-west-1\""),
    ];

    private static readonly Choice[] Texts = [Free("\"x\""), NotEcs("1"), NotEcs("true"), Present, Absent];

    private static readonly Choice[] Numbers =
    [
        Free("137"),
        new("""{"numeric":[">",0]}""", "1", "1"),
        NotEcs("\"137\""),
        NotEcs("true"),
        new("""{"anything-but":"137"}""", "137", "137"),
    ];

    private static readonly Choice[] Booleans = [Free("true"), NotEcs("\"true\""), NotEcs("1"), Free("null")];

    private static readonly Choice[] Statuses =
    [
        Free("\"STOPPED\""),
        Free("\"RUNNING\""),
        Free("\"NEW_STATUS\""),
        NotEcs("\"stopped\""),
        NotEcs("\"RUNING\""),
        NotEcs("1"),
        new("""{"prefix":"STOP"}""", "\"STOPPED\"", "\"STOP\""),
        Absent,
    ];

    private static readonly Choice[] StopCodes =
    [
        Free("\"UserInitiated\""),
        NotEcs("\"userInitiated\""),
        NotEcs("\"UserInitated\""),
        new("""{"anything-but":"UserInitiated"}""", "\"TaskFailedToStart\"", "\"x\""),
    ];

    private static readonly Choice[] Unknowns = [Never("\"x\""), Absent];

    private static readonly Choice[] ForEcsUnknowns = [NotEcs("\"x\""), NotEcs("\"STOPPED\""), Absent];

    private static readonly Choice[] OfObject =
    [
        Never("\"x\""),
        Never("""{"exists":true}"""),
        new("""{"exists":false}""", Whatever, Whatever),
    ];

    private static readonly Gen<PlausiblePattern> InContainers = Gen.OneOf(
        Field("name", Texts),
        Field("exitCode", Numbers),
        Field("exitCode", Numbers),
        Field("ExitCode", ForEcsUnknowns),
        Field("lastStatus", Statuses),
        Field("reason", Texts)
    );

    private static readonly Gen<PlausiblePattern> InDetail = Gen.OneOf(
        Field("lastStatus", Statuses),
        Field("lastStatus", Statuses),
        Field("LastStatus", ForEcsUnknowns),
        Field("lastStatuss", Texts),
        Field("stopCode", StopCodes),
        Field("cpu", Texts),
        Field("version", Numbers),
        Field("enableExecuteCommand", Booleans),
        Field("group", Texts),
        Field("newField", Texts),
        Field("containers.exitCode", Numbers),
        Field("containers", [NotEcs("\"x\""), new("""{"exists":false}""", Whatever, Nothing)]),
        Field("lastStatus.reason", [NotEcs("\"x\""), Absent]),
        Nested("containers", Fields(InContainers)),
        Or(InContainers).Select(either => new PlausiblePattern("containers", [], [either]))
    );

    private static readonly Gen<PlausiblePattern> InEnvelope = Gen.OneOf(
        Field("source", Sources),
        Field("detail-type", DetailTypes),
        Field("account", Accounts),
        Field("region", Regions),
        Field("id", [Free("\"x\""), Never("1"), Present]),
        Field("orderId", Unknowns),
        Field("Region", Unknowns),
        Field("detail", OfObject),
        Field("detail.lastStatus", Statuses),
        Field("detail.containers.exitCode", Numbers),
        Nested("detail", Fields(InDetail)),
        Nested("detail", Fields(InDetail))
    );

    private static readonly Gen<PlausiblePattern> Alternatives = Gen.OneOf(
        Or(InEnvelope),
        Or(InDetail).Select(either => new PlausiblePattern("detail", [], [either])),
        Or(Gen.OneOf(InEnvelope, InEnvelope, Or(InEnvelope)))
    );

    /// <summary>Gets the parts of patterns.</summary>
    public static readonly Gen<PlausiblePattern[]> Pattern = Gen.Select(
        Gen.Frequency((4, Field("source", Sources)), (1, InEnvelope)),
        Gen.Frequency((2, InEnvelope), (1, Alternatives)).Array[1, 3],
        Gen.Bool,
        (first, others, isLast) => isLast ? [.. others, first] : (PlausiblePattern[])[first, .. others]
    );

    private static Gen<PlausiblePattern> Field(string name, Choice[] values) =>
        Gen.Int[0, values.Length - 1]
            .Select(index => values[index])
            .Array[1, 2]
            .Select(chosen => new PlausiblePattern(name, [.. chosen.Distinct()]));

    private static Gen<PlausiblePattern[]> Fields(Gen<PlausiblePattern> field) => field.Array[1, 3];

    private static Gen<PlausiblePattern> Nested(string name, Gen<PlausiblePattern[]> fields) =>
        fields.Select(nested => new PlausiblePattern(name, [], nested));

    private static Gen<PlausiblePattern> Or(Gen<PlausiblePattern> field) =>
        field.Array[1, 2].Array[2, 3].Select(branches => new PlausiblePattern("$or", [], branches));
}
