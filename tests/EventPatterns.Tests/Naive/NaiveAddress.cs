using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Firetiger.EventPatterns.Tests.Naive;

/// <summary>IP addresses: four decimal numbers with dots, or hexadecimal ones with colons.</summary>
internal static partial class NaiveAddress
{
    public static bool AreEqual(string pattern, string text) =>
        string.Equals(pattern, text, StringComparison.Ordinal)
        || (Parse(pattern) is { } wanted && Parse(text) is { } found && wanted.Equals(found));

    public static bool IsWithin(string cidr, string text)
    {
        string[] parts = cidr.Split('/');
        int bits = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (Parse(parts[0]) is not { } network || Parse(text) is not { } found)
        {
            return false;
        }

        string wanted = Bits(network);
        return wanted.Length == Bits(found).Length && Bits(found).StartsWith(wanted[..bits], StringComparison.Ordinal);
    }

    private static string Bits(IPAddress address) =>
        string.Concat(address.GetAddressBytes().Select(octet => octet.ToString("B8", CultureInfo.InvariantCulture)));

    private static IPAddress? Parse(string text)
    {
        if (V4().IsMatch(text))
        {
            int[] octets = [.. text.Split('.').Select(octet => int.Parse(octet, CultureInfo.InvariantCulture))];
            return octets.All(octet => octet <= byte.MaxValue)
                ? new IPAddress([.. octets.Select(octet => (byte)octet)])
                : null;
        }

        if (!V6().IsMatch(text) || !IPAddress.TryParse(text, out IPAddress? address))
        {
            return null;
        }

        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    [GeneratedRegex("^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex V4();

    [GeneratedRegex("^[0-9a-fA-F:]*:[0-9a-fA-F:]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex V6();
}
