#!/usr/bin/env python3
"""Collect what reviewers said of pairs (docs/risk/rubric.md) into data/risk/findings.tsv and data/risk/pairs.tsv.

usage: risk_collect.py --drawn OUT --judged DIR [--third]

OUT is what risk_pairs.py wrote. In DIR are files <repository>.<reviewer>.tsv with lines `grade F3 2` and
`pair F3 F7 F3|F7|tie reason`, separated by tabs. The first two reviewers of a repository, by name, judge every pair;
a third one those on which they differ. --third prints these pairs, for the third reviewer, and writes nothing.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data/risk"
ANSWERS = {"one", "other", "tie"}


def table(path):
    return [line.split("\t") for line in path.read_text().splitlines()[1:]]


def judged(directory):
    """Grades and answers: repository -> reviewer -> card or (one, other) -> answer."""
    grades, answers = defaultdict(dict), defaultdict(dict)
    for path in sorted(directory.glob("*.tsv")):
        repository, reviewer = path.name.removesuffix(".tsv").rsplit(".", 1)
        own_grades, own_answers = {}, {}
        for line in path.read_text().splitlines():
            fields = line.split("\t")
            if fields[0] == "grade":
                own_grades[fields[1]] = fields[2]
            elif fields[0] == "pair":
                _, one, other, answer, reason = (fields + [""])[:5]
                if answer not in (one, other, "tie"):
                    sys.exit(f"{path}: `{answer}` is no answer")
                word = "one" if answer == one else "other" if answer == other else "tie"
                own_answers[one, other] = (word, reason.strip())
        grades[repository][reviewer], answers[repository][reviewer] = own_grades, own_answers
    return grades, answers


def label(first, second, third):
    if first == second:
        return first
    return third if third in (first, second) else "tie"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drawn", required=True, type=Path)
    parser.add_argument("--judged", required=True, type=Path)
    parser.add_argument("--third", action="store_true")
    given = parser.parse_args()
    grades, answers = judged(given.judged)
    names = {line.split("\t")[0].replace("/", "__"): line.split("\t")[0] for line in (DATA / "repositories.tsv").read_text().splitlines()[1:]}
    prints, first_two = {}, {}
    # Who judged every pair; whoever judged some is the third.
    pairs_of = defaultdict(list)
    for repository, one, other in table(given.drawn / "pairs.tsv"):
        pairs_of[repository].append((one, other))
    findings = []
    for repository, card, fingerprint, rule in table(given.drawn / "findings.tsv"):
        prints[repository, card] = fingerprint
        if repository not in first_two:
            whole = [who for who, said in sorted(answers[repository].items()) if len(said) == len(pairs_of[repository])]
            first_two[repository] = whole[:2]
        own = [grades[repository][who].get(card, "") for who in first_two[repository]]
        findings.append((names[repository], fingerprint, rule, *(own + ["", ""])[:2]))
    rows, open_pairs = [], []
    for repository, pairs in pairs_of.items():
        if len(first_two.get(repository, [])) < 2:
            print(f"{repository}: judged by fewer than two, left out", file=sys.stderr)
            continue
        one_said, other_said = (answers[repository][who] for who in first_two[repository])
        others = [said for who, said in sorted(answers[repository].items()) if who not in first_two[repository]]
        for pair in pairs:
            (first, reason), (second, other_reason) = one_said[pair], other_said[pair]
            third, third_reason = next((said[pair] for said in others if pair in said), ("", ""))
            if first != second and not third:
                open_pairs.append((repository, *pair))
            final = label(first, second, third)
            why = {first: reason, second: other_reason, third: third_reason}.get(final, reason) or reason
            rows.append((names[repository], prints[repository, pair[0]], prints[repository, pair[1]], first, second, third, final, why))
    if given.third:
        for row in open_pairs:
            print("\t".join(row))
        return
    for name, head, lines in (
        ("findings.tsv", ("repository", "fingerprint", "rule", "grade of the first", "grade of the second"), findings),
        ("pairs.tsv", ("repository", "one", "other", "first", "second", "third", "label", "reason"), rows),
    ):
        (DATA / name).write_text("\n".join("\t".join(line) for line in [head, *lines]) + "\n")
    print(f"{len(findings)} findings, {len(rows)} pairs, {len(open_pairs)} of them still to be decided")


if __name__ == "__main__":
    main()
