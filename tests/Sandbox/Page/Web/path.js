// The path of an event as a picture: boxes with what is in them, edges that move while events do.

const SVG = "http://www.w3.org/2000/svg";

const boxes = {
  ecs: { title: "Amazon ECS", note: "task events" },
  rule: { title: "EcsEventsRule", note: "matches the pattern" },
  destination: { title: "API destination", note: "rate, connection" },
  endpoint: { title: "Firetiger endpoint" },
  queue: { title: "Dead-letter queue" },
  redriver: { title: "DlqRedriver" },
  redrive: { title: "Redrive bus, rule" },
  quarantine: { title: "Quarantine" },
};

const height = 74;

// A place is x, y and width. An edge goes from where to where; its own words, if it has any, stand at its label.
const wide = {
  viewBox: "0 0 950 366",
  places: {
    ecs: [10, 20, 110],
    rule: [190, 20, 170],
    destination: [500, 20, 170],
    endpoint: [780, 20, 160],
    queue: [190, 160, 170],
    redriver: [430, 160, 130],
    redrive: [630, 160, 150],
    quarantine: [430, 280, 130],
  },
  edges: {
    sent: { d: "M120 57 H184" },
    live: { d: "M360 57 H494", label: [430, 48] },
    request: { d: "M670 57 H774" },
    deadLetter: { d: "M275 94 V154", label: [230, 128] },
    received: { d: "M360 197 H424" },
    copied: { d: "M560 197 H624" },
    redriven: { d: "M705 160 V120 Q705 112 697 112 H593 Q585 112 585 104 V100", label: [645, 106] },
    failedAgain: { d: "M755 234 V262 Q755 270 747 270 H283 Q275 270 275 262 V240", label: [340, 263] },
    gaveUp: { d: "M495 234 V274", label: [535, 258] },
  },
};

const tall = {
  viewBox: "0 0 340 540",
  places: {
    ecs: [5, 10, 150],
    rule: [5, 120, 150],
    destination: [185, 120, 150],
    endpoint: [185, 10, 150],
    queue: [5, 235, 150],
    redriver: [5, 345, 150],
    redrive: [185, 345, 150],
    quarantine: [5, 455, 150],
  },
  edges: {
    sent: { d: "M80 84 V114" },
    live: { d: "M155 157 H179", label: [170, 108] },
    request: { d: "M260 120 V90" },
    deadLetter: { d: "M80 194 V229", label: [118, 217] },
    received: { d: "M80 309 V339" },
    copied: { d: "M155 382 H179" },
    redriven: { d: "M310 345 V200", label: [268, 228] },
    failedAgain: { d: "M220 345 V292 Q220 284 212 284 H161", label: [235, 276] },
    gaveUp: { d: "M80 419 V449", label: [118, 439] },
  },
};

const isNarrow = matchMedia("(max-width: 44rem)");
const numbers = new Map();
const notes = new Map();
const groups = new Map();
const lines = new Map();
const labels = new Map();
let before;

export function drawPath(container) {
  draw(container);
  isNarrow.addEventListener("change", () => {
    const last = before;
    before = undefined;
    draw(container);
    if (last) updatePath(last);
  });
}

function draw(container) {
  const { viewBox, places, edges } = isNarrow.matches ? tall : wide;
  const svg = node("svg", { viewBox, role: "img", "aria-labelledby": "path-name path-words" });
  svg.append(
    node("title", { id: "path-name" }, "The path of an event"),
    node("desc", { id: "path-words" }, "Waiting for the first numbers."),
    arrowHead(),
  );
  for (const [name, edge] of Object.entries(edges)) {
    lines.set(name, node("path", { class: "edge", d: edge.d, "marker-end": "url(#arrow)" }));
    svg.append(lines.get(name));
    if (edge.label) {
      labels.set(name, node("text", { class: "note", x: edge.label[0], y: edge.label[1] }));
      svg.append(labels.get(name));
    }
  }
  for (const [name, box] of Object.entries(boxes)) svg.append(drawBox(name, box, places[name]));
  container.replaceChildren(svg);
}

export function updatePath(state) {
  const { counts, live, redrive } = state;
  number("ecs", live.matched + counts.unmatched);
  number("rule", live.matched);
  number("destination", counts.underway, "under way");
  number("endpoint", counts.delivered);
  note("endpoint", state.endpoint.text);
  mark("endpoint", state.endpoint.name === "healthy" ? "good" : "bad");
  for (const part of redriveParts()) part.toggleAttribute("hidden", !redrive);
  if (redrive) {
    number("queue", counts.deadLetters);
    mark("queue", counts.deadLetters > 0 ? "warn" : "");
    number("quarantine", counts.quarantined);
    note("quarantine", "released by you");
    mark("quarantine", counts.quarantined > 0 ? "bad" : "");
    const gate = state.lastRun?.gate?.state;
    note("redriver", gate ? `gate: ${gate}` : "gate: not asked");
    number("redriver", state.schedule ? `every ${+state.schedule.everySeconds.toFixed(1)} s` : "");
    mark("redriver", gate === "Open" ? "good" : gate === "Failing" ? "warn" : "");
    number("redrive", redrive.matched);
    note("redrive", "copies sent");
    label("redriven", `${counts.redriven} redriven`);
    label("failedAgain", `${redrive.deadLettered} failed again`);
  }
  label("live", `${live.retrying} retries`);
  label("deadLetter", `${live.deadLettered} failed`);
  label("gaveUp", "gave up");
  const isFailing = state.endpoint.name !== "healthy";
  for (const name of ["request", "deadLetter", "failedAgain"]) lines.get(name).classList.toggle("fails", isFailing);
  if (before) move(before, state);
  before = state;
  document.getElementById("path-words").textContent =
    `${counts.matched} events matched, ${counts.delivered} delivered, ${counts.underway} under way, ` +
    `${counts.deadLetters} in the dead-letter queue, ${counts.quarantined} in quarantine. ` +
    `The endpoint is ${state.endpoint.text}.`;
}

const redriveParts = () =>
  [
    ...["queue", "redriver", "redrive", "quarantine"].map((name) => groups.get(name)),
    ...["deadLetter", "received", "copied", "redriven", "failedAgain", "gaveUp"].flatMap((name) => [
      lines.get(name),
      labels.get(name),
    ]),
  ].filter(Boolean);

function move(old, now) {
  const grew = (read) => (read(now) ?? 0) > (read(old) ?? 0);
  const flow = (name, ...reads) => lines.get(name).classList.toggle("flows", reads.some(grew));
  flow("sent", (s) => s.live.matched + s.counts.unmatched);
  flow("live", (s) => s.live.matched + s.live.retrying);
  flow(
    "request",
    (s) => s.counts.delivered,
    (s) => s.live.retrying + (s.redrive?.retrying ?? 0),
  );
  flow("deadLetter", (s) => s.live.deadLettered);
  for (const name of ["received", "copied", "redriven"]) flow(name, (s) => s.redrive?.matched);
  flow("failedAgain", (s) => s.redrive?.deadLettered);
  flow("gaveUp", (s) => s.counts.quarantined);
}

const label = (name, text) => (labels.get(name).textContent = text);

const note = (name, text) => (notes.get(name).textContent = text);

function number(name, value, unit = "") {
  numbers.get(name).textContent = unit ? `${value} ${unit}` : value;
}

function mark(name, className) {
  groups.get(name).setAttribute("class", className);
}

function drawBox(name, { title, note }, [x, y, width]) {
  const middle = x + width / 2;
  groups.set(name, node("g", {}));
  numbers.set(name, node("text", { class: "number", x: middle, y: y + 64 }));
  notes.set(name, node("text", { class: "note", x: middle, y: y + 41 }, note ?? ""));
  groups
    .get(name)
    .append(
      node("rect", { x, y, width, height, rx: 7 }),
      node("text", { x: middle, y: y + 22 }, title),
      notes.get(name),
      numbers.get(name),
    );
  return groups.get(name);
}

function arrowHead() {
  const marker = node("marker", {
    id: "arrow",
    viewBox: "0 0 8 8",
    refX: 4,
    refY: 4,
    markerWidth: 10,
    markerHeight: 10,
    markerUnits: "userSpaceOnUse",
    orient: "auto",
  });
  marker.append(node("path", { d: "M0 0 L8 4 L0 8 Z" }));
  const definitions = node("defs", {});
  definitions.append(marker);
  return definitions;
}

function node(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
