// Tells about a resource, or about everything that is found.

/** Text in which backquotes make code. */
function prose(text) {
  return text.split("`").map((part, at) => (at % 2 ? make("code", "", part) : part));
}

/** A button that leads to a resource. */
function linkTo(at, text = nodes[at].address) {
  const button = make("button", "", text);
  button.type = "button";
  button.addEventListener("click", () => pick(at, { reveals: true }));
  return button;
}

/** How grave a finding is, or why it does not count. */
function chip(finding) {
  const open = finding.state === "open";
  return make("span", `chip ${open ? finding.severity : "quiet"}`, open ? finding.severity : finding.state);
}

const byGravity = (one, other) => {
  const rank = (finding) => (finding.state === "open" ? 0 : 10) + SEVERITIES.indexOf(finding.severity);
  return rank(findings[one]) - rank(findings[other]) || one - other;
};

/** The stations of a way. */
function stations(list) {
  return make("ol", "", ...list.map(({ place, note }) => make("li", "", make("code", "", place), ` ${note}`)));
}

/** A finding with all that is known of it. */
function findingCard(finding) {
  const card = make("div", `card ${finding.state === "open" ? finding.severity : "quiet"}`);
  card.append(make("span", "title", chip(finding), finding.title), make("p", "", ...prose(finding.message)));
  card.append(make("p", "", make("code", "", finding.place)));
  card.append(make("p", "", make("strong", "", "Fix: "), ...prose(finding.fix)));
  if (finding.evidence.length) card.append(make("p", "meta", "Shown by"), stations(finding.evidence));
  if (finding.way.length) card.append(make("details", "", make("summary", "", "The way of the value"), stations(finding.way)));
  const others = finding.on.length - 1;
  card.append(make("p", "meta", `${finding.rule} · ${finding.fingerprint}${others > 0 ? ` · and ${plural(others, "other resource")}` : ""}`));
  return card;
}

/** Links from or to a resource, each with what it says. */
function ends(list, end) {
  const items = list.map((at) => {
    const link = links[at];
    const says = link.says.map(([relation, via]) => `${relation}${via ? ` · ${via}` : ""}`);
    const seen = says.slice(0, 4).join("\n") + (says.length > 4 ? `\nand ${says.length - 4} more` : "");
    const lines = seen.split("\n").map((text) => make("span", "sub", text));
    return make("li", "", linkTo(link[end]), ...lines);
  });
  return make("ul", "ends", ...items);
}

/** Fills the panel with what is known of a resource. */
function tellNode(at) {
  const node = nodes[at];
  const close = make("button", "close", "×");
  close.type = "button";
  close.setAttribute("aria-label", "Close details");
  close.addEventListener("click", () => pick(null));
  const heading = make("div", "", make("div", "kindline", make("span", `dot ${family(node.provider)}`), node.kind), make("h3", "", node.name));
  const facts = make("dl", "facts");
  const fact = (name, text, code) => text && facts.append(make("dt", "", name), make("dd", code ? "code" : "", text));
  fact("Address", node.address, true);
  const way = [];
  for (let frame = node.frame; frame !== undefined; frame = frames[frame].parent) way.unshift(frames[frame]);
  for (const frame of way) fact({ root: "Root", scope: "Scope", module: "Module", namespace: "Namespace" }[frame.kind], frame.name, true);
  fact("Declared", node.place, true);
  fact("Id", node.id, true);
  $("panel").append(make("div", "top", heading, close), facts);
  const part = (title, ...inside) => $("panel").append(make("h2", "", title), ...inside);
  const found = [...node.findings].sort(byGravity);
  if (found.length) part(`Findings (${found.length})`, ...found.map((number) => findingCard(findings[number])));
  for (const [name, list] of Object.entries(node.facts)) {
    part(...tellFacts(name, list));
  }
  if (node.out.length) part(`Refers to (${node.out.length})`, ends(node.out, "to"));
  if (node.into.length) part(`Referred to by (${node.into.length})`, ends(node.into, "from"));
  const dangling = node.unresolved;
  if (dangling.length) {
    const items = dangling.map((link) => make("li", "", `${link.relation}${link.via ? ` · ${link.via}` : ""}`, make("span", "sub", link.reason)));
    part(`Links that lead nowhere (${dangling.length})`, make("ul", "ends", ...items));
  }
  if (!node.out.length && !node.into.length && !dangling.length) part("Links", make("p", "hint", "It refers to nothing here, and nothing refers to it."));
}

const MOST_FINDINGS = 300;

/** Fills the panel with everything that is found. */
function tellAll() {
  const all = findings.map((_, at) => at).filter((at) => findings[at].on.length).sort(byGravity);
  const open = all.filter((at) => findings[at].state === "open");
  $("panel").append(make("h3", "", open.length ? plural(open.length, "open finding") : "No open findings"));
  $("panel").append(make("p", "hint", nodes.length ? "Choose a resource to see what it refers to, what refers to it and what is wrong with it." : "There is no resource."));
  $("panel").append(make("h2", "", "By severity"));
  for (const at of all.slice(0, MOST_FINDINGS)) {
    const finding = findings[at];
    const others = finding.on.length - 1;
    const card = make("button", `card ${finding.state === "open" ? finding.severity : "quiet"}`,
      make("span", "title", chip(finding), finding.title),
      make("span", "sub", `${nodes[finding.on[0]].address}${others > 0 ? ` and ${others} more` : ""}`));
    card.type = "button";
    card.addEventListener("click", () => pick(finding.on[0], { reveals: true }));
    $("panel").append(card);
  }
  if (all.length > MOST_FINDINGS) $("panel").append(make("p", "hint", `and ${all.length - MOST_FINDINGS} more`));
  if (!all.length) $("panel").lastChild.remove();
}

/** Fills the panel. */
function tell(at) {
  $("panel").replaceChildren();
  $("panel").scrollTop = 0;
  if (at === null) tellAll();
  else tellNode(at);
}
