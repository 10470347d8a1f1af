#!/usr/bin/env python3
"""Draw findings and pairs of findings for reviewers to judge (docs/risk/rubric.md).

usage: risk_pairs.py --binary target/release/purlin --repositories DIR[:DIR...] --out OUT

Each repository of data/risk/repositories.tsv is looked for as <owner>__<name> below the directories. In OUT are
written: cards/<repository>.md, what a reviewer reads, without severity and score; pairs.tsv, the pairs to judge;
findings.tsv, which card is which finding. The same binary and files give the same draw: it is seeded by the names of
the repositories. Findings are drawn by rule, at most two of one, those of the default profile first; pairs are of
different rules, every finding in about as many.
"""

import argparse
import json
import random
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "data/risk/repositories.tsv"
FINDINGS = 24  # of a repository
PAIRS = 60  # of a repository
BEYOND_DEFAULT = 0.3  # share of findings from other profiles
LINES = 9  # of code on either side
NEIGHBOURS = 12  # of a resource


def run(binary, command, directory, *more):
    words = [binary, command, str(directory), "--root", str(directory), "--no-config", *more]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def lint(binary, directory, profile):
    report = run(binary, "check", directory, "--profile", profile, "--exit-zero", "-f", "json")
    return [finding for finding in report["findings"] if finding["state"] == "open"]


def draw(findings, count, random_):
    """At most `count` findings, rule after rule; at most two of a rule, of different places."""
    by_rule = defaultdict(list)
    for finding in findings:
        by_rule[finding["rule"]].append(finding)
    for group in by_rule.values():
        random_.shuffle(group)
    rules = sorted(by_rule)
    random_.shuffle(rules)
    drawn = [by_rule[rule][turn] for turn in range(2) for rule in rules if len(by_rule[rule]) > turn]
    return drawn[:count]


def pairs_of(findings, random_):
    """Pairs of different rules and places, so that no finding is in many more than another."""
    everything = [
        (one, other)
        for one in range(len(findings))
        for other in range(one + 1, len(findings))
        if findings[one]["rule"] != findings[other]["rule"]
    ]
    random_.shuffle(everything)
    used, chosen = Counter(), []
    while everything and len(chosen) < PAIRS:
        everything.sort(key=lambda pair: used[pair[0]] + used[pair[1]])
        pair = everything.pop(0)
        chosen.append(pair if random_.random() < 0.5 else pair[::-1])
        used.update(pair)
    return chosen


def code(directory, location):
    try:
        lines = (directory / location["file"]).read_text(errors="replace").splitlines()
    except OSError:
        return ""
    at = location["start"]["line"] - 1
    shown = range(max(0, at - LINES), min(len(lines), at + LINES + 1))
    return "\n".join(f"{'>' if line == at else ' '}{line + 1:5} {lines[line][:160]}" for line in shown)


class Graph:
    """What a repository's resources are connected to."""

    def __init__(self, document):
        self.resources = {one["id"]: one for kind in document["resources"].values() for one in kind}
        self.exposures = {one["id"]: one for one in document["exposures"]}
        self.identities = {one["id"]: one for one in document["identities"]}
        self.held = defaultdict(list)
        for identity in document["identities"]:
            for holder in identity["holders"]:
                self.held[holder["id"]].append(identity)

    def say(self, identifier):
        resource = self.resources.get(identifier)
        if resource is None:
            return []
        ends = [f"-> {end['relation']} {end['kind']} `{end['id']}`" for end in resource["references"]]
        ends += [f"<- {end['relation']} {end['kind']} `{end['id']}`" for end in resource["referred_by"]]
        ends = list(dict.fromkeys(ends))
        said = ends[:NEIGHBOURS] + ([f"... and {len(ends) - NEIGHBOURS} more"] if len(ends) > NEIGHBOURS else [])
        said += self.reach(identifier)
        # What it is attached to may be reached where it is not itself: security groups, policies.
        for end in resource["referred_by"][:40]:
            said += [f"{end['kind']} `{end['id']}`: {line}" for line in self.reach(end["id"])]
        return said[: 2 * NEIGHBOURS]

    def reach(self, identifier):
        said = []
        exposure = self.exposures.get(identifier)
        if exposure:
            way = " -> ".join(f"{station['resource']}: {station['note']}" for station in exposure["stations"])
            said.append(f"internet: {exposure['standing']} ({way}); from there: {len(exposure['reaches'])} others")
        for identity in [self.identities.get(identifier), *self.held.get(identifier, [])]:
            if identity:
                said.append(f"identity `{identity['id']}` ({identity['form']}): {identity['power']}")
        return said


def card(label, finding, rule, directory, graph):
    lines = [
        f"### {label}: {rule['title']}",
        f"{finding['message']}",
        f"resource `{finding['resource']['id']}` ({finding['resource']['kind']}), instances: {len(finding['instances'])}",
        "```",
        code(directory, finding["location"]),
        "```",
        *[f"shown by: {link['note']} ({link['location']['file']})" for link in finding.get("evidence", [])[:6]],
        *[f"- {line}" for line in graph.say(finding["resource"]["id"])],
        "",
    ]
    return "\n".join(lines)


def repository(binary, directory, name, rules, out):
    random_ = random.Random(name)
    default = lint(binary, directory, "default")
    known = {finding["fingerprint"] for finding in default}
    others = [one for one in lint(binary, directory, "all") if one["fingerprint"] not in known]
    beyond = draw(others, round(FINDINGS * BEYOND_DEFAULT), random_)
    findings = draw(default, FINDINGS - len(beyond), random_)
    findings += draw(others, FINDINGS - len(findings), random_) if len(findings) + len(beyond) < FINDINGS else beyond
    random_.shuffle(findings)
    if len(findings) < 4:
        print(f"{name}: {len(findings)} findings, left out")
        return [], []
    graph = Graph(run(binary, "graph", directory, "-f", "json"))
    pages, told = [], set()
    for number, finding in enumerate(findings):
        rule = rules[finding["rule"]]
        pages.append(card(f"F{number}", finding, rule, directory, graph))
        told.add(rule["id"])
    texts = "\n\n".join(f"**{rules[one]['title']}**: {rules[one].get('description', '').strip()}" for one in sorted(told))
    (out / "cards" / f"{name}.md").write_text(f"# {name}\n\n" + "\n".join(pages) + "\n## What the rules say\n\n" + texts + "\n")
    rows = [(name, f"F{at}", one["fingerprint"], one["rule"]) for at, one in enumerate(findings)]
    pairs = [(name, f"F{one}", f"F{other}") for one, other in pairs_of(findings, random_)]
    print(f"{name}: {len(findings)} findings, {len(pairs)} pairs")
    return rows, pairs


def write(path, head, rows):
    path.write_text("\n".join("\t".join(row) for row in [head, *rows]) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--repositories", required=True)
    parser.add_argument("--out", required=True, type=Path)
    given = parser.parse_args()
    (given.out / "cards").mkdir(parents=True, exist_ok=True)
    catalogue = json.loads(subprocess.run([given.binary, "rules", "-f", "json"], capture_output=True, check=True).stdout)
    rules = {rule["id"]: rule for rule in catalogue}
    rows, pairs = [], []
    for line in TABLE.read_text().splitlines()[1:]:
        name = line.split("\t")[0].replace("/", "__")
        places = [Path(place) / name for place in given.repositories.split(":")]
        directory = next((place for place in places if place.is_dir()), None)
        if directory is None:
            print(f"{name}: not there")
            continue
        found, drawn = repository(given.binary, directory, name, rules, given.out)
        rows += found
        pairs += drawn
    write(given.out / "findings.tsv", ("repository", "card", "fingerprint", "rule"), rows)
    write(given.out / "pairs.tsv", ("repository", "one", "other"), pairs)
    print(f"{len(rows)} findings, {len(pairs)} pairs")


if __name__ == "__main__":
    main()
