// A pattern as other tools take it.

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

// For the SAM CLI: inside "…" it undoes \" but not \\, so no other backslash may need undoing.
const sam = (pattern) => quoted(`EventPattern="${withCodes(pattern).replaceAll('"', '\\"')}"`);

// The same JSON with every escape as \uXXXX.
const withCodes = (json) => json.replaceAll(/\\[^u]/g, (escape) => `\\u${code(JSON.parse(`"${escape}"`))}`);

const code = (character) => character.charCodeAt(0).toString(16).padStart(4, "0");

/** A heredoc: every JSON text is one, but for the two openings of a template. */
const hcl = (pattern, pretty) => `event_pattern = <<-JSON\n${indented(pretty).replaceAll(/([$%])\{/g, "$1$1{")}\nJSON`;

const cli = (pattern) => `aws events test-event-pattern --event-pattern ${quoted(pattern)} --event file://event.json`;

const indented = (text) => text.replaceAll(/^/gm, "  ");

export const forms = { sam, hcl, cli };

/** Where each goes. */
export const places = {
  sam: "Put it behind --parameter-overrides of sam deploy.",
  hcl: "Put it into the module's arguments.",
  cli: "It reads the event from event.json.",
};
