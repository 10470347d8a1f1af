"use strict";
// Draws what the page holds. Names come from the files that were read: they become text, never markup.

const content = JSON.parse(document.getElementById("content").textContent);
const { nodes, links, frames, findings } = content;
const [NODE_WIDTH, NODE_HEIGHT] = content.node;
const SEVERITIES = ["critical", "high", "medium", "low"];
const SVG = "http://www.w3.org/2000/svg";

/** The element with an id. */
const $ = (id) => document.getElementById(id);

/** An element of HTML with a class, and with texts or elements in it. */
function make(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside.filter((part) => part !== null && part !== undefined));
  return element;
}

/** An element of SVG. */
function draw(tag, attributes, ...inside) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** Says something to those who do not see it. */
function say(text) {
  $("said").textContent = text;
}

const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

/** What colour stands for a provider. */
function family(provider) {
  if (provider.startsWith("aws")) return "amazon";
  if (provider.startsWith("azure") || provider === "azuread") return "azure";
  if (provider.startsWith("google")) return "google";
  return ["kubernetes", "helm", "kubectl", "kustomization"].includes(provider) ? "kubernetes" : "other";
}

for (const finding of findings) Object.assign(finding, content.rules[finding.rule]);

// What is known of each resource beyond its own.
for (const node of nodes) {
  Object.assign(node, { out: [], into: [], findings: [], shown: true });
}
links.forEach((link, at) => {
  link.relations = [...new Set(link.says.map(([relation]) => relation))];
  nodes[link.from].out.push(at);
  nodes[link.to].into.push(at);
});
findings.forEach((finding, at) => {
  for (const on of finding.on) nodes[on].findings.push(at);
});
for (const node of nodes) {
  const states = node.findings.map((at) => findings[at]);
  const open = states.filter((finding) => finding.state === "open");
  node.open = open.length;
  node.mark = SEVERITIES.find((severity) => open.some((finding) => finding.severity === severity))
    ?? (states.some((finding) => finding.state === "undecided") ? "undecided" : "none");
  node.text = [node.address, node.id, node.kind, node.place ?? "", ...states.map((finding) => `${finding.rule} ${finding.title}`)]
    .join("\n").toLowerCase();
}

const pen = document.createElement("canvas").getContext("2d");
const fonts = getComputedStyle(document.body).fontFamily;

/** As much of a text as a width takes, its middle left out where that is not all. */
function fit(text, width, font) {
  pen.font = `${font} ${fonts}`;
  if (pen.measureText(text).width <= width) return text;
  let [least, most] = [1, text.length];
  const cut = (length) => `${text.slice(0, Math.ceil(length * 0.6))}…${text.slice(text.length - Math.floor(length * 0.4))}`;
  while (least < most) {
    const middle = (least + most + 1) >> 1;
    if (pen.measureText(cut(middle)).width <= width) least = middle;
    else most = middle - 1;
  }
  return cut(least);
}

const WHAT = { root: "Terraform", scope: "Kubernetes", namespace: "namespace" };
const isOuter = (frame) => frame.parent === undefined;

/** The frame around resources, and its name, which stands above what it holds. */
function drawFrame(frame) {
  const [x, y] = frame.at;
  const [width, height] = frame.size;
  const group = draw("g", { class: `frame ${frame.kind}` });
  group.append(draw("title", {}, frame.name), draw("rect", { x, y, width, height, rx: isOuter(frame) ? 12 : 9 }));
  frame.element = group;
  frame.label = draw("text", { class: `frame-name ${isOuter(frame) ? "outer" : "inner"}` });
  nameFrame(frame, 1);
  $("names").append(frame.label);
  return group;
}

/** Writes the name of a frame, some times larger than it is, as far as the frame has room. */
function nameFrame(frame, times) {
  const [x, y] = frame.at;
  const font = isOuter(frame) ? "650 14px" : "400 12px";
  const name = frame.name === "." ? "./" : frame.name;
  const room = (frame.size[0] - 28) / times;
  const what = WHAT[frame.kind] && room > 190 ? WHAT[frame.kind] : "";
  frame.label.replaceChildren(fit(name, room - (what ? 84 : 0), font));
  if (what) frame.label.append(draw("tspan", { class: "what", dx: 8 }, what));
  frame.label.setAttribute("transform", `translate(${x + 16} ${y + (isOuter(frame) ? 16 : 13) + 11 * times}) scale(${times})`);
}

const EXPOSURES = { open: "reachable from the internet", maybe: "perhaps reachable from the internet" };

/** Whether the internet reaches a resource, as far as is known. */
function exposure(node) {
  const standings = (node.facts.exposures ?? []).map((fact) => fact.standing).filter((standing) => standing !== "blocked");
  return standings.includes("open") ? "open" : standings.length ? "maybe" : "";
}

/** The box of a resource. */
function drawNode(node, at) {
  const [x, y] = node.at;
  const group = draw("g", {
    class: `node ${node.mark}`, transform: `translate(${x} ${y})`, role: "button", tabindex: -1, "data-node": at,
    "aria-label": `${node.kind} ${node.name}${node.open ? `, ${plural(node.open, "finding")}, worst ${node.mark}` : ""}`,
  });
  const exposed = exposure(node);
  const room = NODE_WIDTH - 33 - (node.open ? 26 : 0) - (exposed ? 18 : 0);
  group.append(
    draw("title", {}, `${node.address}\n${node.place ?? ""}`),
    draw("rect", { class: "box", width: NODE_WIDTH, height: NODE_HEIGHT, rx: 7 }),
    draw("g", { class: `dots ${family(node.provider)}` }, draw("circle", { cx: 15, cy: 14, r: 4, fill: "currentColor" })),
    draw("text", { class: "kind", x: 24, y: 18 }, fit(node.kind, room, "400 11px")),
    draw("text", { class: "name", x: 11, y: 35.5 }, fit(node.name, NODE_WIDTH - 20, "600 14px")),
  );
  if (node.open) {
    group.append(
      draw("rect", { class: "badge", x: NODE_WIDTH - 28, y: 5, width: 22, height: 15, rx: 7.5 }),
      draw("text", { class: "count", x: NODE_WIDTH - 17, y: 16.2 }, node.open > 99 ? "99+" : String(node.open)),
    );
  }
  if (exposed) {
    const globe = draw("g", { class: `globe ${exposed}`, transform: `translate(${NODE_WIDTH - (node.open ? 46 : 22)} 5)` },
      draw("title", {}, EXPOSURES[exposed]), draw("circle", { cx: 7.5, cy: 7.5, r: 6.5 }),
      draw("ellipse", { cx: 7.5, cy: 7.5, rx: 2.8, ry: 6.5 }), draw("path", { d: "M1 7.5h13" }));
    group.append(globe);
  }
  node.element = group;
  return group;
}

/** The way of an arrow from one box to another: out at the side that faces the other. */
function wayOf(link) {
  const [a, b] = [nodes[link.from].at, nodes[link.to].at];
  const half = NODE_WIDTH / 2;
  const [x1, x2] = [a[0] + half, b[0] + half];
  const down = b[1] >= a[1] + NODE_HEIGHT;
  if (down || a[1] >= b[1] + NODE_HEIGHT) {
    const [y1, y2] = down ? [a[1] + NODE_HEIGHT, b[1] - 2] : [a[1], b[1] + NODE_HEIGHT + 2];
    const bend = (down ? 1 : -1) * Math.max(22, Math.min(Math.abs(y2 - y1) / 2, 140));
    return [[x1, y1], [x1, y1 + bend], [x2, y2 - bend], [x2, y2]];
  }
  const below = Math.max(a[1], b[1]) + NODE_HEIGHT + 34;
  return [[x1, a[1] + NODE_HEIGHT], [x1, below], [x2, below], [x2, b[1] + NODE_HEIGHT + 2]];
}

/** The arrow of a link. */
function drawLink(link) {
  link.way = wayOf(link);
  const [p, q, r, s] = link.way.map((point) => point.join(" "));
  link.element = draw("path", { class: "link", d: `M${p}C${q} ${r} ${s}` });
  return link.element;
}

/** A point on an arrow: 0 is where it begins, 1 where it ends. */
function pointOf(link, part) {
  const rest = 1 - part;
  const weights = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3];
  return [0, 1].map((axis) => link.way.reduce((sum, point, at) => sum + weights[at] * point[axis], 0));
}

$("frames").append(...frames.map(drawFrame));
$("links").append(...links.map(drawLink));
$("nodes").append(...nodes.map(drawNode));
const openFindings = findings.filter((finding) => finding.state === "open").length;
$("counts").textContent =
  `${plural(nodes.length, "resource")} · ${plural(links.length, "link")} · ${plural(openFindings, "open finding")}`;
