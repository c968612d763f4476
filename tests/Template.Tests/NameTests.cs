using Firetiger.Template.Tests.Checks;
using Firetiger.Template.Tests.Model;

namespace Firetiger.Template.Tests;

/// <summary>That a second stack fits beside the first one, in this Region and in others.</summary>
public sealed class NameTests
{
    [Fact]
    public void Only_rules_and_buses_are_named() => Check(NameChecks.OnlyRulesAndBusesAreNamed).ShouldHold();

    [Fact]
    public void A_role_with_a_name_is_found() =>
        Check(NameChecks.OnlyRulesAndBusesAreNamed)
            .ShouldObjectTo(
                r => r.At("InvokeDestinationRole/Properties")!["RoleName"] = "firetiger",
                because: "InvokeDestinationRole has a RoleName"
            );

    [Fact]
    public void A_queue_with_a_name_is_found() =>
        Check(NameChecks.OnlyRulesAndBusesAreNamed)
            .ShouldObjectTo(
                r => r.At("DeadLetterQueue/Properties")!["QueueName"] = "firetiger-dlq",
                because: "DeadLetterQueue has a QueueName"
            );

    [Fact]
    public void Names_hold_the_GUID_of_the_stack() => Check(NameChecks.NamesHoldTheStackGuid).ShouldHold();

    [Fact]
    public void A_fixed_rule_name_is_found() =>
        Check(NameChecks.NamesHoldTheStackGuid)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties")!["Name"] = "firetiger-redrive",
                because: "firetiger-redrive in every stack"
            );

    [Fact]
    public void A_name_longer_than_64_characters_is_found() =>
        Check(NameChecks.NamesHoldTheStackGuid)
            .ShouldObjectTo(
                r => r.At("RedriveRule/Properties/Name/Fn::Sub")![0] = "firetiger-redrive-of-ecs-events-${StackGuid}",
                because: "too long"
            );

    private static Func<Stack, IEnumerable<string>> Check(Func<Stack, IEnumerable<string>> check) => check;
}
