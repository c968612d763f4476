// A pattern as other tools take it.

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** For the command line of the SAM CLI, which reads "…" with escapes inside a value. */
const sam = (pattern) => `--parameter-overrides ${quoted(`EventPattern="${pattern.replaceAll(/["\\]/g, "\\$&")}"`)}`;

/** A heredoc: every JSON text is one, but for the two openings of a template. */
const hcl = (pattern, pretty) => `event_pattern = <<-JSON\n${indented(pretty).replaceAll(/([$%])\{/g, "$1$1{")}\nJSON`;

const cli = (pattern) => `aws events test-event-pattern --event-pattern ${quoted(pattern)} --event file://event.json`;

const indented = (text) => text.replaceAll(/^/gm, "  ");

export const forms = { sam, hcl, cli };
