namespace Firetiger.EventPatterns.Ecs;

/// <summary>What the texts of a field look like.</summary>
internal enum TextForm
{
    /// <summary>Anything.</summary>
    Free,

    /// <summary>Sentences for people. AWS rewords them and puts names and ids into them.</summary>
    Sentence,

    /// <summary>A whole ARN.</summary>
    Arn,

    /// <summary>The group of a task: <c>service:NAME</c>, <c>family:NAME</c>, or a name of the user's own.</summary>
    Group,

    /// <summary>An account: 12 digits.</summary>
    Account,

    /// <summary>A Region, such as <c>eu-west-1</c>.</summary>
    Region,

    /// <summary>A time such as <c>2025-03-04T10:17:02Z</c>.</summary>
    Time,
}
