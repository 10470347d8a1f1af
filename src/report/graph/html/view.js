// Looking around: moving, zooming, choosing a resource.

const stage = $("graph");
const [WIDTH, HEIGHT] = content.size;
const LEAST = 0.02, MOST = 3;
const view = { x: 0, y: 0, k: 1 };
let picked = null;
let waiting = 0;

/** Puts the drawing where the view says. */
function place() {
  waiting = 0;
  $("view").setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
  stage.classList.toggle("far", view.k < 0.34);
  stage.classList.toggle("farther", view.k < 0.2);
  nameFrames();
}

let named = 1;

/** From afar the names of the outer frames are written larger. */
function nameFrames() {
  const times = Math.round(4 * Math.min(14, Math.max(1, 0.8 / view.k))) / 4;
  if (times === named) return;
  named = times;
  frames.filter(isOuter).forEach((frame) => nameFrame(frame, times));
}

/** Draws before the next picture, however often it is asked. */
function soon() {
  if (!waiting) waiting = requestAnimationFrame(place);
}

/** Zooms about a point of the screen. */
function zoom(factor, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  const k = Math.min(MOST, Math.max(LEAST, view.k * factor));
  view.x = x - (x - view.x) * (k / view.k);
  view.y = y - (y - view.y) * (k / view.k);
  view.k = k;
  soon();
}

/** Shows a part of the drawing, as large as it may be. */
function show([left, top, right, bottom], most = 1.1) {
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const k = Math.max(LEAST, Math.min(width / (right - left), height / (bottom - top), most));
  Object.assign(view, { k, x: (width - (right + left) * k) / 2, y: (height - (bottom + top) * k) / 2 });
  soon();
}

/** Shows everything that the filters leave. */
function showAll() {
  const seen = nodes.filter((node) => node.shown);
  if (seen.length === nodes.length || !seen.length) return show([0, 0, WIDTH, HEIGHT]);
  const xs = seen.map((node) => node.at[0]), ys = seen.map((node) => node.at[1]);
  const least = (list) => list.reduce((one, other) => Math.min(one, other));
  const most = (list) => list.reduce((one, other) => Math.max(one, other));
  show([least(xs) - 60, least(ys) - 60, most(xs) + NODE_WIDTH + 60, most(ys) + NODE_HEIGHT + 60]);
}

/** Brings a resource into sight; nearer, if it could not be read. */
function reveal(node) {
  const k = Math.max(view.k, 0.75);
  const [x, y] = [node.at[0] + NODE_WIDTH / 2, node.at[1] + NODE_HEIGHT / 2];
  const [sx, sy] = [x * view.k + view.x, y * view.k + view.y];
  const seen = sx > 120 && sy > 60 && sx < stage.clientWidth - 120 && sy < stage.clientHeight - 60;
  if (seen && k === view.k) return;
  Object.assign(view, { k, x: stage.clientWidth / 2 - x * k, y: stage.clientHeight / 2 - y * k });
  soon();
}

/** What stands on the way from the internet to a resource, and on from there. */
function onTheWay(node) {
  const ids = (node.facts.exposures ?? []).flatMap((fact) => [...fact.stations.map((one) => one.resource), ...fact.reaches.map((one) => one.id)]);
  return ids.filter((id) => numbers.has(id)).map((id) => numbers.get(id));
}

/** Brings a resource into sight with what it is linked to and what stands on its way, the nearest first, as far as all
 * of it can be read at once. */
function revealAround(at) {
  const node = nodes[at];
  const ends = new Set([...node.out.map((link) => links[link].to), ...node.into.map((link) => links[link].from), ...onTheWay(node)]);
  const distance = (end) => Math.abs(end.at[0] - node.at[0]) + Math.abs(end.at[1] - node.at[1]);
  const around = (box, { at: [x, y] }) => [Math.min(box[0], x - 40), Math.min(box[1], y - 60),
    Math.max(box[2], x + NODE_WIDTH + 40), Math.max(box[3], y + NODE_HEIGHT + 60)];
  const fits = (box) => Math.min(stage.clientWidth / (box[2] - box[0]), stage.clientHeight / (box[3] - box[1])) >= 0.6;
  let box = around([Infinity, Infinity, -Infinity, -Infinity], node);
  if (!fits(box)) return reveal(node);
  for (const end of [...ends].map((end) => nodes[end]).sort((one, other) => distance(one) - distance(other))) {
    const wider = around(box, end);
    if (end.shown && fits(wider)) box = wider;
  }
  show(box, 0.95);
}

/** Chooses a resource, or none: its links and their other ends stand out, the panel tells about it. */
function pick(at, { reveals = false, focuses = false } = {}) {
  for (const element of stage.querySelectorAll(".on, .near")) element.classList.remove("on", "near");
  $("labels").replaceChildren();
  taken = [];
  picked = at;
  stage.classList.toggle("picked", at !== null);
  if (at !== null) {
    const node = nodes[at];
    if (!node.shown) showNode(at);
    node.element.classList.add("on");
    for (const number of [...node.out, ...node.into]) near(links[number], at);
    const way = new Set([at, ...onTheWay(node)]);
    for (const one of [...way].filter((one) => one !== at)) {
      for (const number of nodes[one].out) if (links[number].to !== at && way.has(links[number].to)) near(links[number], one);
    }
    rove(at, focuses);
    if (reveals) revealAround(at);
    say(`${node.kind} ${node.address}, ${plural(node.findings.length, "finding")}`);
  }
  history.replaceState(null, "", at === null ? "#" : `#${encodeURIComponent(nodes[at].id)}`);
  tell(at);
}

const MOST_LABELS = 60;

/** Makes a link stand out. */
function near(link, at) {
  if (link.element.classList.contains("gone")) return;
  link.element.classList.add("near");
  $("links").append(link.element);
  nodes[link.from === at ? link.to : link.from].element.classList.add("near");
  if ($("labels").childElementCount >= MOST_LABELS) return;
  const text = link.says.map(([relation, via]) => relation === "refers" || relation === "names" ? via.replace(/\.\d+/g, "") || relation : relation);
  const label = fit([...new Set(text)].join(", "), 150, "400 11px");
  const width = pen.measureText(label).width;
  const spot = [0.5, 0.36, 0.64, 0.24, 0.76].map((part) => pointOf(link, part)).find((point) => isFree(point, width));
  if (!spot) return;
  taken.push([...spot, width]);
  $("labels").append(draw("text", { x: spot[0], y: spot[1] + 4 }, label));
}

let taken = [];

/** Whether a label would cover neither a box nor another label. */
function isFree([x, y], width) {
  const meets = (left, top, wide, high) =>
    x + width / 2 > left - 3 && x - width / 2 < left + wide + 3 && y + 8 > top && y - 8 < top + high;
  return !nodes.some((node) => node.shown && meets(node.at[0], node.at[1], NODE_WIDTH, NODE_HEIGHT))
    && !taken.some(([left, top, wide]) => meets(left - wide / 2, top - 7, wide, 14));
}

let current = nodes.length ? 0 : null;

/** The one resource that Tab leads to. */
function rove(at, focuses) {
  if (current !== null) nodes[current].element.setAttribute("tabindex", -1);
  current = at;
  nodes[at].element.setAttribute("tabindex", 0);
  if (focuses) nodes[at].element.focus({ preventScroll: true });
}

/** The nearest resource to the left, right, above or below. */
function beside(at, [dx, dy]) {
  const from = nodes[at].at;
  let [best, least] = [null, Infinity];
  nodes.forEach((node, other) => {
    if (other === at || !node.shown) return;
    const [x, y] = [node.at[0] - from[0], node.at[1] - from[1]];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead > 0 && ahead + 2.2 * aside < least) [best, least] = [other, ahead + 2.2 * aside];
  });
  return best;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

stage.addEventListener("keydown", (event) => {
  const onNode = event.target.closest?.(".node");
  if (ARROWS[event.key] && current !== null) {
    const first = nodes[current].shown ? current : nodes.findIndex((node) => node.shown);
    const next = onNode ? beside(current, ARROWS[event.key]) : first;
    if (next !== null && next >= 0) {
      rove(next, true);
      reveal(nodes[next]);
    }
  } else if ((event.key === "Enter" || event.key === " ") && onNode) {
    pick(Number(onNode.dataset.node), { reveals: true });
  } else {
    return;
  }
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input");
  if (event.key === "Escape" && picked !== null && event.target !== $("search")) pick(null);
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const does = { "/": () => $("search").focus(), "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: showAll }[event.key];
  if (does) {
    event.preventDefault();
    does();
  }
});

stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = stage.getBoundingClientRect();
  const lines = event.deltaMode === 1 ? 24 : 1;
  zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.0022)), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });

// One finger or the mouse moves, two fingers zoom. What has hardly moved is a click.
const fingers = new Map();
let moved = 0;

stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  if (!fingers.size) moved = 0;
  fingers.set(event.pointerId, [event.clientX, event.clientY]);
});

window.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = [event.clientX, event.clientY];
  fingers.set(event.pointerId, now);
  moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
  if (moved > 4) stage.classList.add("dragged");
  if (fingers.size === 2) {
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const far = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]);
    const box = stage.getBoundingClientRect();
    zoom(far(now) / Math.max(1, far(before)), (now[0] + other[0]) / 2 - box.left, (now[1] + other[1]) / 2 - box.top);
  } else {
    view.x += now[0] - before[0];
    view.y += now[1] - before[1];
    soon();
  }
});

for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, (event) => {
    fingers.delete(event.pointerId);
    if (!fingers.size) stage.classList.remove("dragged");
  });
}

stage.addEventListener("click", (event) => {
  if (moved > 4) return;
  const node = event.target.closest(".node");
  pick(node ? Number(node.dataset.node) : null);
});

$("closer").addEventListener("click", () => zoom(1.3));
$("farther").addEventListener("click", () => zoom(1 / 1.3));
$("fit").addEventListener("click", showAll);
