// Events over time. uPlot is a plain script and makes one global.

import { byId } from "./dom.js";

const keep = 600;
let plot;
let columns;

export function drawPlot(history) {
  columns = history;
  const series = (label, variable, dash) => ({
    label,
    stroke: () => probe(variable),
    width: 2,
    dash,
    points: { show: false },
  });
  const axis = {
    stroke: () => probe("--quiet"),
    grid: { stroke: () => probe("--line"), width: 1 },
    ticks: { show: false },
  };
  plot = new uPlot(
    {
      ...size(),
      padding: [null, 32, null, null],
      series: [
        {
          label: "time",
          value: (_, at) => (at == null ? "" : new Date(at * 1000).toLocaleTimeString([], { hour12: false })),
        },
        series("matched", "--quiet", [6, 4]),
        series("delivered", "--good"),
        series("dead-letter queue", "--warn"),
        series("quarantine", "--bad"),
      ],
      axes: [
        { ...axis, space: 90, values: (_, splits) => splits.map(clock) },
        { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] },
      ],
      scales: { y: { range: (_, low, high) => [0, Math.max(10, high * 1.05)] } },
      legend: { live: true },
    },
    columns,
    byId("plot"),
  );
  new ResizeObserver(() => plot.setSize(size())).observe(byId("plot"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => plot.redraw());
}

export function updatePlot({ now, counts }) {
  if (!plot) return;
  const sample = [Math.floor(now), counts.matched, counts.delivered, counts.deadLetters, counts.quarantined];
  if (columns[0].at(-1) >= sample[0]) return;
  sample.forEach((value, index) => {
    columns[index].push(value);
    if (columns[index].length > keep) columns[index].shift();
  });
  plot.setData(columns);
  const isPointedAt = plot.cursor.left >= 0;
  if (!isPointedAt) plot.setLegend({ idx: columns[0].length - 1 });
  byId("plot").setAttribute(
    "aria-label",
    `Events over time. Now: ${counts.matched} matched, ${counts.delivered} delivered, ` +
      `${counts.deadLetters} in the dead-letter queue, ${counts.quarantined} in quarantine.`,
  );
}

const size = () => ({ width: byId("plot").clientWidth, height: 220 });

const clock = (at) => new Date(at * 1000).toLocaleTimeString([], { hour12: false });

// A canvas takes no light-dark(): a hidden element resolves it.
const resolver = document.createElement("span");
resolver.hidden = true;
document.body.append(resolver);

function probe(variable) {
  resolver.style.color = `var(${variable})`;
  return getComputedStyle(resolver).color;
}
