// The pattern's editor: what is wrong with it, what it matches, and how to take it away.

import { forms, places } from "./copies.js";
import { byId, count, doing, make, retype, say, show } from "./dom.js";
import { post } from "./server.js";

const pattern = byId("pattern");
const marks = byId("marks");
let verdict;
let asked = 0;

// Characters of a long line on each side of a finding.
const around = 60;
let pause;

export function startPlayground({ presets, samples }, livePattern) {
  pattern.value = pretty(livePattern);
  offer("preset", pattern, [
    { name: "the pattern of the rule", read: () => pretty(byId("live-pattern").textContent) },
    ...presets.map(({ name, text }) => ({ name, read: () => text })),
  ]);
  offer(
    "own-sample",
    byId("own-event"),
    samples.map(({ name, text }) => ({ name, read: () => text })),
  );
  byId("own-event").value = samples.find((sample) => sample.name.includes("exit-1"))?.text ?? "";
  pattern.addEventListener("input", changed);
  pattern.addEventListener("input", () => (byId("copied").hidden = true));
  pattern.addEventListener("scroll", follow);
  byId("match-event").addEventListener("input", changed);
  for (const button of document.querySelectorAll("[data-copy]"))
    button.addEventListener("click", () => copy(button.dataset.copy));
  byId("redeploy").addEventListener("click", ({ target }) => doing(target, redeploy));
  check();
}

/** Fills a list with texts to begin with. After each choice the list stands at its first line again. */
function offer(id, field, texts) {
  const list = byId(id);
  const names = ["choose…", ...texts.map((text) => text.name)];
  list.replaceChildren(...names.map((name, index) => make("option", { value: index ? name : "", textContent: name })));
  list.addEventListener("change", () => {
    const chosen = texts[list.selectedIndex - 1];
    list.selectedIndex = 0;
    if (chosen) retype(field, chosen.read());
  });
}

async function redeploy() {
  tell("The stack is being updated with this pattern…", "warn-text");
  try {
    tell((await post("pattern", pattern.value)).message, "good-text");
  } catch (refused) {
    tell(refused.message, "bad-text");
  }
}

const tell = (sentence, className) => Object.assign(byId("redeployed"), { textContent: sentence, className });

// The marks of an older text would stand in the wrong place.
function changed() {
  drawMarks([]);
  clearTimeout(pause);
  pause = setTimeout(check, 150);
}

async function check() {
  const mine = ++asked;
  const text = pattern.value;
  try {
    const answer = await post(
      "check",
      JSON.stringify({ pattern: text, event: byId("match-event").value.trim() || null }),
    );
    if (mine !== asked) return;
    verdict = { ...answer, text };
    draw();
    const { status, reason } = await post("reason", text);
    if (mine === asked) drawReason(status, reason);
  } catch (refused) {
    say(refused.message, true);
  }
}

function draw() {
  const { findings, hasErrors, compact, samples, own } = verdict;
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  const errors = findings.length - warnings;
  const words = byId("verdict");
  words.textContent =
    findings.length === 0 ? "Nothing is wrong with it." : `${count(errors, "error")}, ${count(warnings, "warning")}.`;
  words.className = hasErrors ? "bad-text" : warnings ? "warn-text" : "good-text";
  drawMarks(findings);
  show(byId("findings"), findings, () => findings.map(finding));
  for (const button of document.querySelectorAll("[data-copy]")) button.disabled = hasErrors || !compact;
  show(
    byId("samples"),
    samples ?? "none",
    () =>
      samples?.map(sample) ?? [
        make("li", { className: "none", textContent: "A pattern that EventBridge refuses matches nothing." }),
      ],
  );
  const hasOwn = byId("match-event").value.trim() !== "";
  byId("match-why").textContent = own?.why ?? (hasOwn && !compact ? "The pattern is refused." : "");
}

function finding(found) {
  const place = make("button", { textContent: `line ${found.line}, column ${found.column}`, type: "button" });
  place.addEventListener("click", () => select(found));
  const source = make("a", {
    href: found.source,
    textContent: "AWS documentation",
    rel: "noreferrer",
    target: "_blank",
  });
  return make(
    "li",
    { className: found.severity },
    make("span", { textContent: `${found.severity} ${found.code}: ${found.message} ` }),
    place,
    excerpt(found),
    ...(found.hint ? [make("p", { textContent: `hint: ${found.hint}` })] : []),
    source,
  );
}

/** The line that a finding is in, the finding marked; of a long line, what is around it. */
function excerpt(found) {
  const line = verdict.text.split("\n")[found.line - 1] ?? "";
  const start = found.column - 1;
  const end = found.endLine === found.line ? found.endColumn - 1 : line.length;
  const from = start > 2 * around ? start - around : 0;
  const to = line.length > end + 2 * around ? end + around : line.length;
  return make(
    "pre",
    {},
    (from > 0 ? "…" : "") + line.slice(from, start),
    make("mark", { className: found.severity, textContent: line.slice(start, end) || " " }),
    line.slice(Math.max(start, end), to) + (to < line.length ? "…" : ""),
  );
}

function sample({ name, isMatch, why }) {
  const summary = make("summary", {
    textContent: `${isMatch ? "✓ matches" : "– no match"}  ${name}`,
    className: isMatch ? "is-match" : "no-match",
  });
  return make("li", {}, make("details", {}, summary, make("pre", { textContent: why })));
}

function drawReason(status, reason) {
  byId("reason").textContent =
    status === "FAILED"
      ? "CREATE_FAILED  EventPatternCheck\n" +
        `Received response status [FAILED] from custom resource. Message returned: ${reason}`
      : "CREATE_COMPLETE  EventPatternCheck";
  byId("reason").classList.toggle("bad-text", status === "FAILED");
}

function drawMarks(findings) {
  const text = pattern.value;
  const parts = [];
  let end = 0;
  for (const found of findings) {
    const [start, stop] = range(text, found);
    if (start < end) continue;
    parts.push(
      text.slice(end, start),
      make("mark", { className: found.severity, textContent: text.slice(start, stop) }),
    );
    end = stop;
  }
  // A last empty line has no height of its own in a pre.
  marks.replaceChildren(...parts, text.slice(end), "\n");
  follow();
}

function follow() {
  marks.scrollTop = pattern.scrollTop;
}

function select(found) {
  pattern.focus();
  pattern.setSelectionRange(...range(verdict.text, found));
}

function range(text, found) {
  const offset = (line, column) => {
    let at = 0;
    for (let skipped = 1; skipped < line; skipped++) at = text.indexOf("\n", at) + 1;
    return Math.min(text.length, at + column - 1);
  };
  const start = offset(found.line, found.column);
  return [start, Math.max(start, offset(found.endLine, found.endColumn))];
}

async function copy(form) {
  const text = forms[form](verdict.compact, pretty(verdict.compact));
  byId("copied").textContent = text;
  byId("copied").hidden = false;
  try {
    await navigator.clipboard.writeText(text);
    say(`Copied. ${places[form]}`);
  } catch {
    say("The browser does not let this page copy. Select the text below the buttons.", true);
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text ?? "";
  }
}
