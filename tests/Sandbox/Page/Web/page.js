import { byId, doing, make, say, show } from "./dom.js";
import { drawPath, updatePath } from "./path.js";
import { startPlayground } from "./playground.js";
import { drawPlot, updatePlot } from "./plot.js";
import { get, post } from "./server.js";
import { updateStack } from "./stack.js";
import { updateWaiting } from "./waiting.js";

const period = 700;
let hasStarted = false;
let isAway = false;

// A state from before a choice would undo it on the page.
let choiceMadeAt = 0;

const names = {
  matched: "matched",
  delivered: "delivered",
  redriven: "of them redriven",
  underway: "under way",
  deadLetters: "dead-letter queue",
  quarantined: "quarantine",
  lost: "lost",
  duplicates: "duplicates",
};

function update(state) {
  byId("clock").textContent =
    `${state.stack.status}. Waits are ${+state.timeScale.toFixed(1)} times shorter than on AWS.`;
  updatePath(state);
  updatePlot(state);
  updateWaiting(state);
  updateStack(state);
  show(byId("counts"), state.counts, () =>
    Object.entries(names).map(([name, title]) =>
      make(
        "div",
        { className: name === "lost" && state.counts.lost > 0 ? "bad" : "" },
        make("dt", { textContent: title }),
        make("dd", { textContent: state.counts[name], id: `count-${name}` }),
      ),
    ),
  );
  const chosen = document.querySelector(`input[name="endpoint"][value="${state.endpoint.name}"]`);
  if (chosen && state.now * 1000 > choiceMadeAt) chosen.checked = true;
}

async function start(state) {
  const [history, playground] = await Promise.all([get("history"), get("playground")]);
  drawPlot(history);
  startPlayground(playground, state.pattern ?? "");
  hasStarted = true;
}

async function poll() {
  try {
    const state = await get("state");
    if (isAway) say("The sandbox answers again.");
    isAway = false;
    if (!state.isReady) {
      byId("clock").textContent = "The template is being deployed…";
    } else {
      update(state);
      if (!hasStarted) await start(state);
    }
  } catch (refused) {
    isAway = true;
    say(refused.message, true);
  }
  setTimeout(poll, document.hidden ? 5 * period : period);
}

drawPath(byId("path"));
for (const id of ["run", "release"]) byId(id).addEventListener("click", ({ target }) => doing(target, () => post(id)));
byId("send").addEventListener("click", ({ target }) => doing(target, () => post("samples")));
byId("send-own").addEventListener("click", ({ target }) => doing(target, () => post("event", byId("own-event").value)));
for (const choice of document.querySelectorAll('input[name="endpoint"]')) {
  choice.addEventListener("change", () => {
    choiceMadeAt = Infinity;
    doing(choice, () => post(`endpoint/${choice.value}`)).finally(() => (choiceMadeAt = Date.now()));
  });
}
poll();
