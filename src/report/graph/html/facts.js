// Tells what is derived about a resource.

/** A title, and what belongs below it. */
function entry(title, ...inside) {
  return make("div", "entry", make("p", "key", title), ...inside);
}

const LONGEST_LIST = 40;

/** A list of entries, each made by `shown`; nothing of none. */
function listed(title, items, shown, ordered = false) {
  if (!items?.length) return null;
  const list = make(ordered ? "ol" : "ul", "", ...items.slice(0, LONGEST_LIST).map((item) => make("li", "", ...[shown(item)].flat())));
  if (items.length > LONGEST_LIST) list.append(make("li", "hint", `and ${items.length - LONGEST_LIST} more`));
  return entry(title, list);
}

const numbers = new Map(nodes.map((node, at) => [node.id, at]));

/** A resource by its id: a way to it, where the page has it. */
const wayTo = (id) => (numbers.has(id) ? linkTo(numbers.get(id)) : make("code", "", id));

const addressOf = (id) => (numbers.has(id) ? nodes[numbers.get(id)].address : id);

/** What is unknown of a text stands as `${}` in it. */
const written = (text) => String(text).replaceAll("${}", "…");

const sub = (text) => (text ? make("span", "sub", text) : null);
const code = (text) => make("span", "sub", make("code", "", text));

/** A place in a resource, and what is to be seen there. */
function seen({ resource, path, note }) {
  return [wayTo(resource), sub(note), path?.length ? code(path.join(".")) : null];
}

const STANDINGS = {
  open: "Open: the internet reaches it, as far as the files say.",
  unknown: "Unknown: it depends on a value that is not known.",
  possible: "Possible: it depends on something that no file here says.",
  blocked: "Blocked: there is a way, but something that is declared shuts it.",
};

function tellExposure(fact) {
  const ports = ({ protocol, from, to }) => `${protocol} ${from === undefined ? "…" : from === to ? from : `${from}-${to}`}`;
  return [
    make("p", "", STANDINGS[fact.standing]),
    listed("The way", fact.stations, seen, true),
    listed("Blocked by", fact.blocked_by, seen),
    listed("Ports", fact.openings, (opening) => [`${ports(opening)}${opening.standing === "open" ? "" : ` (${opening.standing})`}`, make("br"), seen(opening)].flat()),
    listed("Whoever takes it over gets at", fact.reaches, (step) => [wayTo(step.id), sub(`${step.relation}, from ${addressOf(step.through)}`)]),
    listed("Not known", fact.unknown, seen),
  ];
}

const POWERS = {
  administrator: "Administrator: it may do everything.",
  escalating: "Escalating: it can get all rights.",
  ordinary: "Ordinary: no way to all rights is seen.",
};

/** Where a right holds. */
function reach(right) {
  const where = right.anywhere ? "everything" : right.resources.slice(0, 4).map(written).join(", ") + (right.resources.length > 4 ? ", …" : "");
  return `on ${where}${right.narrowed ? ", under a condition" : ""}`;
}

const shownRight = (right) => [make("code", "", written(right.action)), ` ${reach(right)}`, make("br"), ...seen(right)];

function shownTrust(trust) {
  const conditions = trust.conditions.map((one) => sub(`${one.operator} ${written(one.key)}: ${one.values.map(written).join(", ")}`));
  const identities = trust.identities.flatMap((id) => [make("br"), wayTo(id)]);
  return [`${trust.principal_type} `, make("code", "", written(trust.principal)), ...identities, ...conditions];
}

function tellIdentity(fact) {
  const rights = Object.values(fact.permissions).flat();
  const leading = new Set(fact.escalates_by);
  const escalating = Object.entries(fact.permissions).filter(([action]) => leading.has(action)).flatMap(([, list]) => list);
  return [
    make("p", "", POWERS[fact.power]),
    listed("All rights by", fact.administrator, shownRight),
    listed("Can get all rights by", escalating, shownRight),
    listed("Rights that lead to those of others, or to secrets", rights.filter((right) => !escalating.includes(right)), shownRight),
    listed("What runs as it", fact.holders, (holder) => [wayTo(holder.id), code(holder.via.join("."))]),
    listed("Who may act as it", fact.trust, shownTrust),
    listed("Can act as", fact.becomes, (other) => [wayTo(other.id), sub(other.power === "ordinary" ? "" : POWERS[other.power])]),
    listed("Not known", fact.unknown, seen),
  ];
}

function tellFlow(fact) {
  return [
    code(fact.path.join(".")),
    ...fact.credentials.map((credential) => listed(credential.what, credential.stations, seen, true) ?? entry(credential.what)),
    listed("Not known", fact.unknown, seen),
  ];
}

/** Anything else: names and values. */
function tellOther(fact) {
  const plain = (value) => (value !== null && typeof value === "object" ? JSON.stringify(value) : String(value));
  const known = Object.entries(fact).filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && !value.length));
  return [make("ul", "", ...known.map(([key, value]) => make("li", "", make("span", "key", `${key.replaceAll("_", " ")}: `), plain(value))))];
}

const FACTS = {
  exposures: ["Reachable from the internet", tellExposure],
  identities: ["What it may do", tellIdentity],
  credential_flows: ["Credentials that it shows", tellFlow],
  outdated_apis: ["Outdated API version", tellOther],
};

/** The title of a list of facts, and what it says. */
function tellFacts(name, list) {
  const [title, told] = FACTS[name] ?? [name.replaceAll("_", " "), tellOther];
  return [title, make("div", "told", ...list.flatMap((fact) => told(fact)).filter(Boolean))];
}
