namespace Firetiger.DlqRedriver.Settings;

/// <summary>The function's environment is not what it needs; the message names every problem.</summary>
/// <param name="problems">One sentence each.</param>
internal sealed class InvalidSettingsException(IEnumerable<string> problems)
    : Exception("Settings of the environment: " + string.Join("; ", problems) + ".");
