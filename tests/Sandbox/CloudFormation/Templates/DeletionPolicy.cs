namespace Firetiger.Sandbox.CloudFormation.Templates;

/// <summary>What becomes of a resource that its stack no longer has.</summary>
internal enum DeletionPolicy
{
    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It stays, even when the stack that made it could not be created.</summary>
    Retain,

    /// <summary>It stays, unless the operation that made it is rolled back.</summary>
    RetainExceptOnCreate,
}
