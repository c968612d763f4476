using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Firetiger.Sandbox.EventBridge.Resources;

/// <summary>What a connection adds to a request.</summary>
internal interface IConnectionCredentials
{
    /// <summary>Adds them.</summary>
    /// <param name="headers">The request's headers.</param>
    void AddTo(HttpRequestHeaders headers);

    /// <summary>Shows what DescribeConnection shows: never the secret.</summary>
    /// <returns>AuthParameters.</returns>
    JsonObject Describe();

    /// <summary>HTTP's Basic authentication.</summary>
    /// <param name="Username">The user.</param>
    /// <param name="Password">The secret.</param>
    sealed record Basic(string Username, string Password) : IConnectionCredentials
    {
        public void AddTo(HttpRequestHeaders headers) =>
            headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Username}:{Password}"))
            );

        public JsonObject Describe() =>
            new() { ["BasicAuthParameters"] = new JsonObject { [nameof(Username)] = Username } };
    }

    /// <summary>A header of one's own.</summary>
    /// <param name="Name">The header.</param>
    /// <param name="Value">The secret.</param>
    sealed record ApiKey(string Name, string Value) : IConnectionCredentials
    {
        public void AddTo(HttpRequestHeaders headers) => headers.TryAddWithoutValidation(Name, Value);

        public JsonObject Describe() => new() { ["ApiKeyAuthParameters"] = new JsonObject { ["ApiKeyName"] = Name } };
    }
}
