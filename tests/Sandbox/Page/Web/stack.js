// The stack, while it is made anew with another pattern.

import { byId, cell, show, table, time } from "./dom.js";

export function updateStack({ stack, pattern }) {
  const status = byId("stack-status");
  status.textContent = stack.refusal ?? stack.status ?? "";
  status.className = tone(stack.refusal ? "FAILED" : (stack.status ?? ""));
  show(byId("stack-events"), stack.events, () => (stack.events.length ? [events(stack.events)] : []));
  byId("live-pattern").textContent = pattern ?? "";
}

const events = (happened) =>
  table(
    ["Time", "Resource", "Status", "Reason"],
    happened.map((event) => [
      cell(time(event.at), "time"),
      cell(event.resource, "name"),
      cell(event.status, `name ${tone(event.status)}`),
      cell(event.reason, "words"),
    ]),
  );

function tone(status) {
  if (status.includes("FAILED") || status.includes("ROLLBACK")) return "bad-text";
  return status.endsWith("_COMPLETE") ? "good-text" : "warn-text";
}
