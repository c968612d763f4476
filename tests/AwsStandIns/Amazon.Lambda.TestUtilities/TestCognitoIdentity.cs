using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>An identity of the test's making.</summary>
public class TestCognitoIdentity : ICognitoIdentity
{
    public string IdentityId { get; set; }

    public string IdentityPoolId { get; set; }
}
