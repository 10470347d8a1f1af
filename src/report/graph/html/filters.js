// What is shown: check-boxes for severities, relations and kinds; and the search.

const hidden = { mark: new Set(), relation: new Set(), kind: new Set() };

/** Counts by name, most first. */
function counted(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}

/** A check-box that shows or hides what has a name. */
function row(group, name, count, before, text = name) {
  const box = make("input");
  box.type = "checkbox";
  box.checked = true;
  box.dataset.group = group;
  box.dataset.name = name;
  box.addEventListener("change", () => {
    if (box.checked) hidden[group].delete(name);
    else hidden[group].add(name);
    filter();
  });
  const label = make("label", "row", box, before, make("span", "name", text), make("span", "many", count.toLocaleString("en")));
  label.title = text;
  return label;
}

/** Shows and hides as the check-boxes say. */
function filter() {
  for (const node of nodes) {
    node.shown = !hidden.mark.has(node.mark) && !hidden.kind.has(node.kind);
    node.element.classList.toggle("gone", !node.shown);
  }
  for (const link of links) {
    const shown = nodes[link.from].shown && nodes[link.to].shown && link.relations.some((relation) => !hidden.relation.has(relation));
    link.element.classList.toggle("gone", !shown);
  }
  const filled = new Set();
  for (const node of nodes.filter((one) => one.shown)) {
    for (let frame = node.frame; frame !== undefined && !filled.has(frame); frame = frames[frame].parent) filled.add(frame);
  }
  frames.forEach((frame, at) => [frame.element, frame.label].forEach((part) => part.classList.toggle("gone", !filled.has(at))));
  const left = nodes.filter((node) => node.shown).length;
  $("empty").hidden = left > 0 || !nodes.length;
  say(`${plural(left, "resource")} shown`);
  if (picked !== null) pick(nodes[picked].shown ? picked : null);
}

/** Checks or clears all boxes of a group. */
function setAll(group, on) {
  for (const box of document.querySelectorAll(`input[data-group="${group}"]`)) {
    box.checked = on;
    if (on) hidden[group].delete(box.dataset.name);
    else hidden[group].add(box.dataset.name);
  }
  filter();
}

/** Makes a hidden resource shown, with all like it. */
function showNode(at) {
  const node = nodes[at];
  for (const [group, name] of [["mark", node.mark], ["kind", node.kind]]) {
    hidden[group].delete(name);
    for (const box of document.querySelectorAll(`input[data-group="${group}"]`)) box.checked = !hidden[group].has(box.dataset.name);
  }
  const before = picked;
  picked = null;
  filter();
  picked = before;
}

const MARKS = { critical: "Critical", high: "High", medium: "Medium", low: "Low", undecided: "Undecided only", none: "Nothing found" };
const marks = new Map(counted(nodes.map((node) => node.mark)));
for (const [mark, text] of Object.entries(MARKS)) {
  if (marks.has(mark)) $("severities").append(row("mark", mark, marks.get(mark), make("span", `swatch ${mark}`), text));
}
for (const [relation, count] of counted(links.flatMap((link) => link.relations))) {
  $("relations").append(row("relation", relation, count, null));
}
if (!links.length) $("relations").append(make("p", "hint", "There are none."));
const families = new Map(nodes.map((node) => [node.kind, family(node.provider)]));
for (const [kind, count] of counted(nodes.map((node) => node.kind))) {
  $("kinds").append(row("kind", kind, count, make("span", `dot ${families.get(kind)}`)));
}
const FAMILIES = { amazon: "AWS", azure: "Azure", google: "Google Cloud", kubernetes: "Kubernetes", other: "other providers" };
const met = new Set(families.values());
for (const [name, text] of Object.entries(FAMILIES)) {
  if (met.has(name)) $("legend").append(make("span", "key", make("span", `dot ${name}`), text));
}
$("legend").append(make("span", "key", make("span", "arrow", "↓"), "refers to, from top to bottom"));
for (const [exposed, text] of Object.entries(EXPOSURES)) {
  if (nodes.some((node) => exposure(node) === exposed)) $("legend").append(make("span", "key", make("span", "arrow", exposed === "open" ? "◍" : "◌"), text));
}
$("kinds-all").addEventListener("click", () => setAll("kind", true));
$("kinds-none").addEventListener("click", () => setAll("kind", false));

const MOST_HITS = 12;
let hits = [];
let chosen = -1;

/** The resources in whose names or findings all words of a text occur; those whose name begins so come first. */
function search(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const rank = (node) => {
    const name = node.name.toLowerCase();
    if (name === words[0]) return 0;
    if (name.startsWith(words[0])) return 1;
    return node.address.toLowerCase().includes(words[0]) ? 2 : 3;
  };
  const found = nodes.map((node, at) => at).filter((at) => words.every((word) => nodes[at].text.includes(word)));
  return found.sort((one, other) => rank(nodes[one]) - rank(nodes[other]) || one - other);
}

/** Lists what the search has found. */
function list() {
  const text = $("search").value.trim();
  hits = search(text);
  chosen = hits.length ? 0 : -1;
  const items = hits.slice(0, MOST_HITS).map((at, place) => {
    const node = nodes[at];
    const mark = SEVERITIES.includes(node.mark) ? make("span", `chip ${node.mark}`, node.mark) : null;
    const item = make("li", "", mark, node.address, make("span", "sub", `${node.kind} · ${node.place ?? node.id}`));
    item.id = `hit-${place}`;
    item.setAttribute("role", "option");
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(place));
    return item;
  });
  if (hits.length > MOST_HITS) items.push(make("li", "more", `and ${plural(hits.length - MOST_HITS, "other resource")}`));
  if (text && !hits.length) items.push(make("li", "none", "Nothing has all of these words."));
  $("hits").replaceChildren(...items);
  $("hits").hidden = !text;
  $("search").setAttribute("aria-expanded", String(Boolean(text)));
  mark();
  if (text) say(`${plural(hits.length, "resource")} found`);
}

/** Marks the chosen hit. */
function mark() {
  [...$("hits").children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
  if (chosen >= 0) $("search").setAttribute("aria-activedescendant", `hit-${chosen}`);
  else $("search").removeAttribute("aria-activedescendant");
}

/** Ends the search. */
function close() {
  $("hits").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
}

/** Goes to a hit. */
function choose(place) {
  if (hits[place] === undefined) return;
  close();
  $("search").blur();
  pick(hits[place], { reveals: true, focuses: true });
}

$("search").addEventListener("input", list);
$("search").addEventListener("focus", list);
$("search").addEventListener("blur", close);
$("search").addEventListener("keydown", (event) => {
  const shown = Math.min(hits.length, MOST_HITS);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    chosen = shown ? (chosen + (event.key === "ArrowDown" ? 1 : shown - 1)) % shown : -1;
    mark();
  } else if (event.key === "Enter") {
    choose(chosen);
  } else if (event.key === "Escape") {
    $("search").value = "";
    $("search").blur();
  } else {
    return;
  }
  event.preventDefault();
});

/** Begins with the resource that the address names, if any. */
function begin() {
  const named = numbers.get(decodeURIComponent(location.hash.slice(1)));
  showAll();
  if (named === undefined) tell(null);
  else pick(named, { reveals: true });
  if (nodes.length) rove(current ?? 0, false);
  document.documentElement.dataset.ready = "yes";
}

/** The part of an address behind the sign may be no encoded text at all. */
try {
  begin();
} catch (error) {
  if (!(error instanceof URIError)) throw error;
  history.replaceState(null, "", "#");
  begin();
}
