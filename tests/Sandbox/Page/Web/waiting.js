// What waits: the dead-letter queue, the quarantine, and what the last run said.

import { byId, cell, make, show, table, time } from "./dom.js";

const none = (text) => [make("p", { className: "none", textContent: text })];

export function updateWaiting(state) {
  rows("dead-letters", state.deadLetterQueue, "Nothing waits.", ["Event", "Failed with", "Copies", "Next attempt"], (row) => [
    cell(row.what, "words"),
    cell(error(row), "words"),
    cell(copies(row)),
    cell(next(row, state), "time"),
  ]);
  rows("quarantine", state.quarantine, "Nothing was given up.", ["Event", "Reason", "Failed with", "Copies"], (row) => [
    cell(row.what, "words"),
    cell(row.reason),
    cell(error(row), "words"),
    cell(copies(row)),
  ]);
  updateRun(state);
}

function rows(id, messages, nothing, headings, cells) {
  const element = byId(id);
  if (!messages) return show(element, "off", () => none("EnableDeadLetterQueue is false: this stack keeps nothing."));
  if (messages.length === 0) return show(element, "none", () => none(nothing));
  show(element, messages, () => [table(headings, messages.map((row) => make("tr", {}, ...cells(row))))]);
}

const error = (row) => (row.errorText ? `${row.error}: ${row.errorText}` : (row.error ?? "unknown"));

const copies = (row) => (row.probes ? `${row.attempts} and ${row.probes} probes` : row.attempts);

function next(row, state) {
  if (row.hiddenUntil) return time(row.hiddenUntil);
  return state.schedule ? "next run" : "at once";
}

function updateRun(state) {
  const element = byId("run-report");
  const report = state.lastRun?.report;
  if (!report) return show(element, "none", () => none("No run has ended yet."));
  const gate = state.gate;
  const facts = [
    ["gate", gate && `${gate.state}: ${gateWords[gate.state] ?? ""}`],
    ["redriven lately", successes(gate?.redrive)],
    ["live lately", successes(gate?.live)],
    ["budget", report.budget],
    ["received", report.received],
    ["redriven", report.probed ? `${report.redriven}, ${report.probed} of them probes` : report.redriven],
    ["not due yet", report.waiting],
    ["quarantined", report.quarantined],
    ["released", report.released],
    ["failed", report.failed],
    ["ended because", report.stoppedBecause],
    ["route", report.routeProblem],
    ["fault", report.fault],
    ["took", `${report.milliseconds} ms`],
    ["schedule", state.schedule?.failure],
  ].filter(([, value]) => value !== undefined && value !== null);
  show(element, facts, () => [
    make(
      "table",
      {},
      make("tbody", {}, ...facts.map(([name, value]) => make("tr", {}, make("th", { scope: "row", textContent: name }), cell(value)))),
    ),
  ]);
}

const successes = (rule) => rule && `${rule.successes} of ${rule.attempts} attempts succeeded`;

const gateWords = {
  MetricsUnavailable: "CloudWatch did not answer; only a probe goes out",
  Failing: "nothing succeeds; only a probe goes out",
  Unknown: "no attempts lately; a probe goes out",
  Proving: "something succeeds; twice as many go out each time",
  Open: "all is well; the full share goes out",
};
