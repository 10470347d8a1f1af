#!/usr/bin/env python3
"""Writes src/parse/hcl/map_attributes.txt from schemas/: arguments that hold a map or an object.

    python3 tools/map_attributes.py

Terraform's JSON syntax writes them as it writes nested blocks. Run it after tools/provider_schemas.py.
"""

import re
from pathlib import Path

TOP = Path(__file__).parent.parent
TOKEN = re.compile(r"[\w$.-]+|.")


def fields(tokens, at, kind, found):
    """Reads fields up to a closing mark and notes which of them are maps and which are blocks."""
    while at < len(tokens) and tokens[at] not in "})":
        if tokens[at] in " ?":
            at += 1
            continue
        name, at = tokens[at], at + 1
        read_only = tokens[at : at + 1] == ["="]
        if tokens[at : at + 1] in (["="], ["!"]):
            at += 1
        form = None
        if tokens[at : at + 1] == ["{"]:
            form = "block"
            at = fields(tokens, at + 1, kind, found) + 1
            at += tokens[at : at + 1] == ["*"]
        elif tokens[at : at + 1] == [":"]:
            form = "map" if tokens[at + 1] in "{(" else None
            at = shape(tokens, at + 1, kind, found)
        if tokens[at : at + 1] == ["@"]:
            at += 2
        if form and not read_only:
            found.setdefault(name, {"map": set(), "block": set()})[form].add(kind)
    return at


def shape(tokens, at, kind, found):
    if tokens[at] in "[{":
        return shape(tokens, at + 1, kind, found) + 1
    if tokens[at] == "(":
        return fields(tokens, at + 1, kind, found) + 1
    return at + 1


def read():
    found, second = {}, []
    for path in sorted((TOP / "schemas").glob("*.txt")):
        if path.name == "kubernetes_api.txt":
            continue
        for line in path.read_text().splitlines():
            if line.startswith("#"):
                continue
            head, _, rest = line.partition(" ")
            kind = head.split("@")[0].removeprefix("data.")
            if rest.startswith("="):
                second.append((kind, rest[1:].removeprefix("data.")))
            else:
                fields(TOKEN.findall(rest), 0, kind, found)
    for kind, other in second:
        for forms in found.values():
            for kinds in forms.values():
                if other in kinds:
                    kinds.add(kind)
    return found


def provider(kind):
    return kind.split("_")[0] + "_"


def shortened(kinds, others):
    """Kinds by what their names begin with, where no kind of the provider is among the others."""
    taken = {provider(kind) for kind in others}
    names = {f"{provider(kind)}*" if provider(kind) not in taken else kind for kind in kinds}
    return sorted(names)


def main():
    lines = []
    for name, forms in sorted(read().items()):
        maps, blocks = forms["map"], forms["block"] - forms["map"]
        if maps and not blocks:
            lines.append(name)
        elif maps:
            one, other = shortened(maps, blocks), shortened(blocks, maps)
            lines.append(f"{name} + {' '.join(one)}" if len(one) <= len(other) else f"{name} - {' '.join(other)}")
    (TOP / "src/parse/hcl/map_attributes.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
