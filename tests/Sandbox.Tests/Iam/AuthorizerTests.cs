using Firetiger.Sandbox.Hosting;
using Firetiger.Sandbox.Iam;
using Firetiger.Sandbox.Tests.Wire;

namespace Firetiger.Sandbox.Tests.Iam;

public sealed class AuthorizerTests
{
    private const string Send = "sqs:SendMessage";
    private const string AllowAll = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    private static readonly Principal Session = new Principal.Role("a-role", "a-session");
    private static readonly Principal Rule = new Principal.Service("events.amazonaws.com", Some.RuleArn);

    [Fact]
    public void A_role_may_do_nothing_that_no_policy_allows()
    {
        var authorizer = With("""{"Effect":"Allow","Action":"sqs:ReceiveMessage","Resource":"*"}""");

        var error = Should.Throw<AwsException>(() => authorizer.Demand(Session, Send, Some.QueueArn));

        error.Code.ShouldBe("AccessDeniedException");
        error.QueryCode.ShouldBe("AccessDenied");
        error.Message.ShouldBe(
            "User: arn:aws:sts::123456789012:assumed-role/a-role/a-session is not authorized to perform: "
                + "sqs:SendMessage on resource: arn:aws:sqs:us-east-1:123456789012:a-queue because no identity-based "
                + "policy allows the sqs:SendMessage action"
        );
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","Action":["sqs:SEND*"],"Resource":["arn:aws:sqs:*:*:a-*"]}""", true)]
    [InlineData("""{"Effect":"Allow","Action":"sqs:SendMessag?","Resource":"arn:aws:sqs:*"}""", false)]
    [InlineData(
        """{"Effect":"Allow","Action":"sqs:*","Resource":"arn:aws:sqs:us-east-1:123456789012:another"}""",
        false
    )]
    [InlineData("""{"Effect":"Allow","NotAction":"sqs:DeleteQueue","Resource":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","NotAction":"sqs:Send*","Resource":"*"}""", false)]
    [InlineData("""{"Effect":"Allow","Action":"*","NotResource":"arn:aws:sqs:*:*:a-queue"}""", false)]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*"}""", false)]
    public void A_roles_policy_covers_actions_and_resources(string statement, bool isAllowed) =>
        IsAllowed(With(statement), Session).ShouldBe(isAllowed);

    [Theory]
    [InlineData("""{"StringEquals":{"test:key":["other","value"]}}""", true)]
    [InlineData("""{"StringEquals":{"TEST:KEY":"value"}}""", true)]
    [InlineData("""{"StringEquals":{"test:key":"VALUE"}}""", false)]
    [InlineData("""{"StringEquals":{"test:none":"value"}}""", false)]
    [InlineData("""{"StringEqualsIfExists":{"test:none":"value"}}""", true)]
    [InlineData("""{"StringNotEquals":{"test:key":"value"}}""", false)]
    [InlineData("""{"StringNotEquals":{"test:none":"value"}}""", true)]
    [InlineData("""{"StringLike":{"test:key":"v*e"}}""", true)]
    [InlineData("""{"StringLike":{"test:key":"v?e"}}""", false)]
    [InlineData("""{"ArnLike":{"test:arn":"arn:aws:events:*:123456789012:rule/a-*"}}""", true)]
    [InlineData("""{"ArnEquals":{"test:arn":"arn:aws:events:*:rule/a-rule"}}""", false)]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", true)]
    [InlineData("""{"Bool":{"aws:SecureTransport":false}}""", false)]
    [InlineData("""{"Null":{"test:none":"true"}}""", true)]
    [InlineData("""{"ForAllValues:StringEquals":{"test:none":"value"}}""", true)]
    [InlineData("""{"ForAnyValue:StringEquals":{"test:none":"value"}}""", false)]
    [InlineData("""{"ForAnyValue:StringEquals":{"test:key":"value"}}""", true)]
    [InlineData("""{"StringEquals":{"test:key":"value","test:none":"value"}}""", false)]
    public void A_statement_applies_when_all_its_conditions_hold(string condition, bool isAllowed)
    {
        var authorizer = With($$$"""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{{condition}}}}""");

        IsAllowed(authorizer, Session).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("DateGreaterThan")]
    [InlineData("stringequals")]
    [InlineData("ForSomeValues:StringEquals")]
    public void An_unknown_condition_operator_is_an_error(string name)
    {
        var error = Should.Throw<AwsException>(() =>
            With($$$"""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"{{{name}}}":{"a":"b"} } }""")
        );

        error.Code.ShouldBe("MalformedPolicyDocument");
        error.Message.ShouldBe($"The sandbox has no condition operator {name}.");
    }

    [Fact]
    public void A_denial_wins_over_every_grant()
    {
        var authorizer = With(AllowAll, """{"Effect":"Deny","Action":"sqs:Send*","Resource":"*"}""");
        var grant = Some.Policy("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""");

        var error = Should.Throw<AwsException>(() => authorizer.Demand(Session, Send, Some.QueueArn, grant));

        error.Message.ShouldEndWith("with an explicit deny in an identity-based policy");
    }

    [Fact]
    public void A_denial_of_the_resource_binds_the_administrator_too()
    {
        var denial = Some.Policy("""{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*"}""");

        var error = Should.Throw<AwsException>(() =>
            With(AllowAll).Demand(new Principal.Administrator(), Send, Some.QueueArn, denial)
        );

        error.Message.ShouldBe(
            "User: arn:aws:iam::123456789012:root is not authorized to perform: sqs:SendMessage on resource: "
                + "arn:aws:sqs:us-east-1:123456789012:a-queue with an explicit deny in a resource-based policy"
        );
    }

    [Fact]
    public void The_administrator_may_do_what_nothing_denies() =>
        IsAllowed(With(), new Principal.Administrator()).ShouldBeTrue();

    [Fact]
    public void A_boundary_limits_what_a_role_is_granted()
    {
        var identities = Role(AllowAll);
        identities.Roles["a-role"] = identities.Roles["a-role"] with
        {
            Boundary = Policy.Parse(Some.Policy("""{"Effect":"Allow","Action":"logs:*","Resource":"*"}""")),
        };

        var error = Should.Throw<AwsException>(() => new Authorizer(identities).Demand(Session, Send, Some.QueueArn));

        error.Message.ShouldEndWith("because no permissions boundary allows the sqs:SendMessage action");
    }

    [Fact]
    public void A_resources_policy_may_name_a_role()
    {
        var policy = Some.Policy(
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/a-role"},"Action":"*","Resource":"*"}"""
        );

        IsAllowed(With(), Session, policy).ShouldBeTrue();
    }

    [Fact]
    public void A_resources_policy_that_names_the_account_leaves_it_to_the_roles_policies()
    {
        var policy = Some.Policy(
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"*","Resource":"*"}"""
        );

        IsAllowed(With(), Session, policy).ShouldBeFalse();
    }

    [Fact]
    public void A_service_may_do_nothing_without_a_resources_policy()
    {
        var error = Should.Throw<AwsException>(() => With().Demand(Rule, Send, Some.QueueArn));

        error.Message.ShouldBe(
            "User: events.amazonaws.com is not authorized to perform: sqs:SendMessage on resource: "
                + "arn:aws:sqs:us-east-1:123456789012:a-queue because no resource-based policy allows the "
                + "sqs:SendMessage action"
        );
    }

    [Fact]
    public void A_service_is_let_in_for_the_rule_that_the_policy_names() =>
        IsAllowed(With(), Rule, Some.PolicyForRule(Some.RuleArn)).ShouldBeTrue();

    [Fact]
    public void A_service_is_refused_for_another_rule() =>
        IsAllowed(With(), Rule, Some.PolicyForRule($"{Some.RuleArn}-2")).ShouldBeFalse();

    [Fact]
    public void A_source_account_is_that_of_the_source_ARN()
    {
        const string Template = """
            {"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"*","Resource":"*",
             "Condition":{"StringEquals":{"aws:SourceAccount":"ACCOUNT"}}}
            """;
        var ours = Some.Policy(Template.Replace("ACCOUNT", "123456789012", StringComparison.Ordinal));
        var theirs = Some.Policy(Template.Replace("ACCOUNT", "210987654321", StringComparison.Ordinal));

        IsAllowed(With(), Rule, ours).ShouldBeTrue();
        IsAllowed(With(), Rule, theirs).ShouldBeFalse();
    }

    [Fact]
    public void Every_decision_about_a_role_is_kept_once()
    {
        var authorizer = With("""{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""");

        IsAllowed(authorizer, Session);
        IsAllowed(authorizer, Session);
        Should.Throw<AwsException>(() => authorizer.Demand(Session, "sqs:PurgeQueue", Some.QueueArn));

        authorizer.Decisions.ShouldBe(
            [
                new Decision("a-role", Send, Some.QueueArn, true),
                new Decision("a-role", "sqs:PurgeQueue", Some.QueueArn, false),
            ],
            ignoreOrder: true
        );
    }

    private static bool IsAllowed(Authorizer authorizer, Principal caller, string? resourcePolicy = null)
    {
        var keys = new Dictionary<string, string> { ["test:key"] = "value", ["test:arn"] = Some.RuleArn };
        try
        {
            authorizer.Demand(caller, Send, Some.QueueArn, resourcePolicy, keys);
            return true;
        }
        catch (AwsException error)
        {
            error.Code.ShouldBe("AccessDeniedException");
            return false;
        }
    }

    private static Authorizer With(params string[] statements) => new(Role(statements));

    private static Identities Role(params string[] statements)
    {
        var identities = new Identities();
        identities.Roles["a-role"] = new Role
        {
            Name = "a-role",
            Id = "AROAEXAMPLE",
            Path = "/",
            CreateDate = DateTimeOffset.UnixEpoch,
            Trust = Policy.Parse(Some.TrustOfLambda),
            Inline = statements.ToDictionary(statement => statement, statement => Policy.Parse(Some.Policy(statement))),
        };
        return identities;
    }
}
