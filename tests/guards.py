#!/usr/bin/env python3
"""Breaks every guard of the risk score, one after the other, and holds that its test fails.

    python3 tests/guards.py [WORD...]

Each line of tests/risk/broken.tsv is a guard, a change of one source file that breaks it, and a word of the names of
tests that have to notice. The changes are made in a copy of the committed tree with build files of its own, so the
project is left alone. With words, only guards whose names hold one of them are broken. It takes a build for each:
minutes, so it is no part of the tests; one of them holds that every line still fits the sources.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parent.parent
TABLE = PROJECT / "tests/risk/broken.tsv"


def guards(words):
    with TABLE.open(newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if not words or any(word in row["guard"] for word in words)]


def run_tests(tree, names):
    """Whether tests with these words in their names pass, or what cargo says where they cannot be run."""
    filters = " or ".join(f"test({name})" for name in names)
    command = ["cargo", "nextest", "run", "--no-fail-fast", "-E", filters]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    return {0: "pass", 100: "fail"}.get(done.returncode, done.stderr[-4000:])


def main():
    """Prints a line for each guard; exit code 1 where one is broken and no test fails."""
    chosen = guards(sys.argv[1:])
    kept = 0
    with tempfile.TemporaryDirectory(prefix="guards-") as directory:
        tree = pathlib.Path(directory) / "tree"
        subprocess.run(["git", "worktree", "add", "--detach", "--quiet", tree], cwd=PROJECT, check=True)
        try:
            plainly = run_tests(tree, sorted({row["tests"] for row in chosen}))
            if plainly != "pass":
                sys.exit(f"the tests do not pass as it is: {plainly}")
            for row in chosen:
                source = tree / row["file"]
                text = source.read_text()
                plain, broken = (row[key].replace("\\n", "\n") for key in ("from", "to"))
                source.write_text(text.replace(plain, broken, 1))
                tested = run_tests(tree, [row["tests"]])
                source.write_text(text)
                kept += tested == "fail"
                said = {"fail": "noticed", "pass": "NOT NOTICED"}.get(tested, "NOT RUN")
                print(f"{said:<12} {row['guard']}", flush=True)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=PROJECT, check=True)
    print(f"{kept} of {len(chosen)} broken guards are noticed")
    sys.exit(kept != len(chosen))


if __name__ == "__main__":
    main()
