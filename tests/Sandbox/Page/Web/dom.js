/** Finds an element by its id. */
export const byId = (id) => document.getElementById(id);

/** Makes an element; text is never read as HTML. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Replaces children only when what they show has changed, so that scrolling and focus stay where they are. */
export function show(element, key, build) {
  const text = JSON.stringify(key);
  if (element.dataset.shown === text) return;
  element.dataset.shown = text;
  element.replaceChildren(...build());
}

/** Makes a table of rows of cells. Each cell carries its heading, for a narrow screen, which shows no head. */
export function table(headings, rows) {
  for (const cells of rows) cells.forEach((cell, index) => (cell.dataset.heading = headings[index]));
  const head = make("tr", {}, ...headings.map((heading) => make("th", { scope: "col", textContent: heading })));
  return make(
    "table",
    {},
    make("thead", {}, head),
    make("tbody", {}, ...rows.map((cells) => make("tr", {}, ...cells))),
  );
}

export const cell = (text, className = "") => make("td", { textContent: text ?? "", className });

export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

export const time = (epochSeconds) => new Date(epochSeconds * 1000).toLocaleTimeString([], { hour12: false });

/** Writes over all of a text field as typing does: the browser can undo it. */
export function retype(field, text) {
  const focused = document.activeElement;
  field.focus({ preventScroll: true });
  field.select();
  document.execCommand("insertText", false, text);
  focused.focus({ preventScroll: true });
}

let forgetting;

/** Says one sentence at the top of the page. */
export function say(sentence, isBad = false) {
  const said = byId("said");
  said.textContent = sentence;
  said.classList.toggle("bad", isBad);
  clearTimeout(forgetting);
  if (!isBad) forgetting = setTimeout(() => (said.textContent = ""), 8000);
}

/** Runs what a control does and says what came of it. The control stays enabled, to keep the keyboard's focus. */
export async function doing(control, action) {
  if (control.ariaBusy === "true") return;
  control.ariaBusy = "true";
  try {
    const answer = await action();
    if (answer?.message) say(answer.message);
  } catch (refused) {
    say(refused.message, true);
  } finally {
    control.ariaBusy = null;
  }
}
