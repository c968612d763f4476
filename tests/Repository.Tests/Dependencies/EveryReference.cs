namespace Firetiger.Repository.Tests.Dependencies.Planted;

/// <summary>Refers to a namespace in each way in which code can, for <see cref="ReferencesTests"/>.</summary>
/// <param name="field">Becomes a field, because a method uses it.</param>
internal sealed class EveryReference(System.Numerics.BigInteger? field)
    : System.Collections.ObjectModel.Collection<System.Net.Cookie>
{
    public static System.Buffers.ArrayPool<byte>? Returned() => null;

    public string Called() => System.Web.HttpUtility.HtmlEncode(field.HasValue ? "1" : "0");

    public static Func<Task<bool>> Later() =>
        async () =>
        {
            await Task.Yield();
            return System.IO.File.Exists("nowhere");
        };

    public static bool Caught()
    {
        try
        {
            return Later() is not null;
        }
        catch (System.Xml.XmlException)
        {
            return false;
        }
    }

    public static object Generic() => Enumerable.Empty<System.Reflection.Pointer>();
}
