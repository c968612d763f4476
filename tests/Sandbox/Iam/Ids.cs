using Firetiger.Sandbox.Hosting;

namespace Firetiger.Sandbox.Iam;

/// <summary>Ids as IAM writes them, such as <c>AROA…</c> and <c>ASIA…</c>.</summary>
internal static class Ids
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Base32(IdSource ids, int length) =>
        string.Create(
            length,
            ids,
            static (text, source) =>
            {
                foreach (ref var letter in text)
                {
                    letter = Alphabet[(int)(source.NextDouble() * Alphabet.Length)];
                }
            }
        );
}
