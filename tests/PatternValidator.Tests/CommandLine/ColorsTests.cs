using Firetiger.PatternValidator.CommandLine;

namespace Firetiger.PatternValidator.Tests.CommandLine;

public sealed class ColorsTests
{
    [Fact]
    public void A_terminal_shows_the_word_that_begins_a_line_in_color() =>
        new Colors(true)
            .Paint("error EP0001: x\nwarning EP0402: hint: y\n  hint: z\nhint: mend it\n")
            .ShouldBe(
                "\e[31merror\e[0m EP0001: x\n\e[33mwarning\e[0m EP0402: hint: y\n  hint: z\n\e[36mhint\e[0m: mend it\n"
            );

    [Fact]
    public void Elsewhere_a_text_stays_as_it_is() => new Colors(false).Paint("error\n").ShouldBe("error\n");

    [Theory]
    [InlineData(null, "xterm", true)]
    [InlineData("", "xterm", true)]
    [InlineData("1", "xterm", false)]
    [InlineData(null, "dumb", false)]
    [InlineData(null, null, false)]
    public void NO_COLOR_and_a_dumb_terminal_switch_colors_off(string? noColor, string? term, bool allowed) =>
        ValidatorSettings
            .From(name =>
                name switch
                {
                    "NO_COLOR" => noColor,
                    "TERM" => term,
                    _ => null,
                }
            )
            .AllowsColor.ShouldBe(allowed);
}
