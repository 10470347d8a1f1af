#!/usr/bin/env python3
"""Writes schemas/kubernetes_api.txt: the fields of the types of Kubernetes' API.

    python3 tools/kubernetes_schema.py [--cache DIR]

The source is the package `kubernetes` of PyPI, whose models are generated from the OpenAPI description of one release
of Kubernetes. Several are read, since an older one has API versions that a newer one has not.
"""

import argparse
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

# What stands for a release behind `@`, the release of the package, and that of Kubernetes it was made from.
RELEASES = [("a", "12.0.1", "1.16"), ("b", "24.2.0", "1.24"), ("c", "36.0.3", "1.36")]

SCALARS = {"str": "s", "datetime": "s", "date": "s", "int": "n", "float": "n", "bool": "b", "object": "x"}


def code(python):
    """How the table writes a type."""
    if found := re.fullmatch(r"list\[(.+)\]", python):
        return f"[{code(found[1])}]"
    if found := re.fullmatch(r"dict[(\[]str, (.+)[)\]]", python):
        return "{" + code(found[1]) + "}"
    return SCALARS.get(python, python)


def models(wheel):
    types = {}
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if not re.fullmatch(r"kubernetes/client/models/\w+\.py", name):
                continue
            text = archive.read(name).decode()
            found = re.search(r"^class (\w+)\(object\):", text, re.MULTILINE)
            dicts = [re.search(rf"^    {name} = \{{(.*?)^    \}}", text, re.MULTILINE | re.DOTALL)
                     for name in ("openapi_types", "attribute_map")]
            if not found or not all(dicts):
                continue
            held, keys = ({key: value for key, value in re.findall(r"'(\w+)': '([^']+)'", part[1])}
                          for part in dicts)
            types[found[1]] = {keys[name]: code(held[name]) for name in held}
    return types


def fetched(version, cache):
    found = list(cache.glob(f"kubernetes-{version}-*.whl"))
    if not found:
        command = ["pip", "download", "--quiet", "--no-deps", f"kubernetes=={version}", "--dest", str(cache)]
        subprocess.run(command, check=True)
        found = list(cache.glob(f"kubernetes-{version}-*.whl"))
    return found[0]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--cache", type=Path, help="where packages are kept")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        read = [(letter, models(fetched(version, options.cache or Path(scratch))))
                for letter, version, _ in RELEASES]
    lines = ["# made by tools/kubernetes_schema.py"]
    lines += [f"# {letter} {release} kubernetes=={version}" for letter, version, release in RELEASES]
    for name in sorted({name for _, types in read for name in types}):
        found = [(letter, types[name]) for letter, types in read if name in types]
        there = "".join(letter for letter, _ in found)
        fields = {}
        for letter, held in found:
            for field, kind in held.items():
                fields.setdefault((field, kind), []).append(letter)
        texts = [name if len(found) == len(read) else f"{name}@{there}"]
        for (field, kind), letters in sorted(fields.items()):
            since = "" if "".join(letters) == there else "@" + "".join(letters)
            texts.append(field + ("" if kind == "s" else f":{kind}") + since)
        lines.append(" ".join(texts))
    target = Path(__file__).parent.parent / "schemas" / "kubernetes_api.txt"
    target.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
