// What waits: the dead-letter queue, the quarantine, and what the last run said.

import { byId, cell, count, make, show, table, time } from "./dom.js";

const none = (text) => [make("p", { className: "none", textContent: text })];

export function updateWaiting(state) {
  rows(
    "dead-letters",
    state.deadLetterQueue,
    "Nothing waits.",
    ["Event", "Failed with", "Copies", "Next attempt"],
    (row) => [cell(row.what, "words"), cell(error(row), "words"), cell(copies(row)), cell(next(row, state), "time")],
  );
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
  show(element, messages, () => [table(headings, messages.map(cells))]);
}

const error = (row) => (row.errorText ? `${row.error}: ${row.errorText}` : (row.error ?? "unknown"));

function copies({ attempts, probes }) {
  if (!probes) return attempts;
  return attempts ? `${attempts} and ${count(probes, "probe")}` : count(probes, "probe");
}

function next(row, state) {
  if (row.hiddenUntil) return time(row.hiddenUntil);
  return state.schedule ? "next run" : "at once";
}

function updateRun(state) {
  const element = byId("run-report");
  const report = state.lastRun;
  if (!report) return show(element, "none", () => none("No run has ended yet."));
  const { gate } = report;
  const facts = [
    ["action", report.action],
    ["gate", gate ? `${gate.state}: ${gateWords[gate.state]}` : whyNoGate(report)],
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
      make(
        "tbody",
        {},
        ...facts.map(([name, value]) => make("tr", {}, make("th", { scope: "row", textContent: name }), cell(value))),
      ),
    ),
  ]);
}

const successes = (rule) => rule && `${rule.successes} of ${rule.attempts} attempts succeeded`;

// A broken route or a fault ends a run before the gate.
const whyNoGate = (report) =>
  report.action === "redrive" && !report.routeProblem && !report.fault ? "not needed: the queues are empty" : undefined;

// As docs/operations.md has it.
const gateWords = {
  MetricsUnavailable: "CloudWatch could not be asked; one probe",
  Failing: "attempts, no success; one probe",
  Unknown: "no attempt; one probe, and more after three runs without any answer",
  Proving: "live events succeed, no copy has yet; a probe, then ten copies",
  Open: "copies succeed; twice the successes in the window, up to the budget",
};
