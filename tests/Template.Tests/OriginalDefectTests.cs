using System.Reflection;

namespace Firetiger.Template.Tests;

/// <summary>
/// The defects of the template that this one replaces, each with the tests that make it impossible here. The tests are
/// where their subject is; this is the list.
/// </summary>
public sealed class OriginalDefectTests
{
    [Theory]
    [InlineData(1, "no queue policy", nameof(DeadLetterTests.The_queue_policy_admits_both_rules))]
    [InlineData(2, "a useless sqs:SendMessage", nameof(RoleTests.The_role_of_the_rules_only_invokes_the_destination))]
    [InlineData(3, "no retries", nameof(DeliveryTests.Every_target_retries))]
    [InlineData(4, "an hour at one a second", nameof(DeliveryTests.A_burst_has_a_day_to_arrive))]
    [InlineData(4, "a capped rate", nameof(ParameterTests.The_rate_may_be_above_the_quota_because_that_can_be_raised))]
    [InlineData(
        5,
        "a day of retention",
        nameof(ContractTests.The_queues_take_the_largest_event_and_keep_it_as_long_as_SQS_can)
    )]
    [InlineData(6, "queues that go with the stack", nameof(DeadLetterTests.The_queues_outlive_the_stack))]
    [InlineData(7, "a log that nothing writes", nameof(HygieneTests.Every_log_group_has_a_writer))]
    [InlineData(8, "a link to no dashboard", nameof(HygieneTests.Outputs_link_to_nothing_missing))]
    [InlineData(8, "links that end in a line break", nameof(HygieneTests.Outputs_are_one_line))]
    [InlineData(9, "headers that EventBridge drops", nameof(DeliveryTests.No_header_is_set_that_EventBridge_drops))]
    [InlineData(10, "a made-up bearer token", nameof(HygieneTests.Without_credentials_no_Authorization_is_sent))]
    [InlineData(11, "half of the credentials", nameof(RefusalTests.Anything_else_is_refused))]
    [InlineData(12, "any endpoint", nameof(ParameterTests.An_ingest_URL_that_would_fail_later_is_refused))]
    [InlineData(13, "any pattern", nameof(ValidationTests.The_rule_waits_for_the_check))]
    [InlineData(14, "names that collide or do not fit", nameof(NameTests.Names_fit_for_every_stack_name))]
    [InlineData(14, "named roles", nameof(NameTests.Only_what_must_be_is_named))]
    [InlineData(15, "one rule name for every stack", nameof(NameTests.Names_hold_the_GUID_of_the_stack))]
    [InlineData(16, "bus|rule for a name", nameof(HygieneTests.The_rule_name_is_plain_on_a_custom_bus_too))]
    [InlineData(17, "trust without conditions", nameof(RoleTests.Services_act_for_this_stack_only))]
    [InlineData(18, "a bus without ECS", nameof(ParameterTests.The_bus_parameter_says_where_ECS_sends_its_events))]
    [InlineData(19, "exports", nameof(ContractTests.Nothing_is_exported_because_an_import_would_block_deletion))]
    [InlineData(19, "no alarms", nameof(AlarmTests.An_alarm_is_there_with_the_redrive_and_perhaps_without))]
    [InlineData(20, "a password as a parameter only", nameof(RefusalTests.One_form_of_credentials_or_none_is_taken))]
    [InlineData(21, "rules in effect at once", nameof(HygieneTests.The_message_says_that_a_new_rule_takes_a_while))]
    public void A_defect_has_a_test(int number, string defect, string test)
    {
        var found = typeof(OriginalDefectTests)
            .Assembly.GetTypes()
            .Select(type => type.GetMethod(test))
            .SingleOrDefault(method => method is not null);

        found.ShouldNotBeNull($"{number}. {defect}");
        found.GetCustomAttribute<FactAttribute>().ShouldNotBeNull($"{number}. {defect}");
    }
}
