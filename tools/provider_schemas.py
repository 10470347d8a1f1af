#!/usr/bin/env python3
"""Writes schemas/*.txt: the attributes of the providers' resources, data sources and configurations.

    python3 tools/provider_schemas.py [--cache DIR] [PROVIDER]...

The source is the bindings that CDK for Terraform generates from what a provider answers to `terraform providers
schema -json`. They are packages of npm, one for each release of a provider, so that no provider has to be run, and
they keep all of the schema that a linter asks for: names, types, blocks, what is required and what is only read.
They do not keep which attributes are sensitive, nor defaults, which providers set in code.

To refresh: give the newest versions in RELEASES, run the tool, run `cargo test --test attributes`.
How the tables are written is said in schemas/README.md.
"""

import argparse
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

# By provider: packages, the oldest release first. Of each major version the last release is taken that a package has.
RELEASES = {
    "aws": ["@cdktf/provider-aws@5.0.52", "@cdktf/provider-aws@15.0.0", "@cdktf/provider-aws@20.1.0",
            "@cdktn/provider-aws@25.7.0"],
    "azuread": ["@cdktf/provider-azuread@12.6.1", "@cdktf/provider-azuread@14.3.1"],
    "azurerm": ["@cdktf/provider-azurerm@0.7.24", "@cdktf/provider-azurerm@12.27.0",
                "@cdktn/provider-azurerm@16.1.0"],
    "google": ["@cdktf/provider-google@0.4.44", "@cdktf/provider-google@9.0.5", "@cdktf/provider-google@13.32.1",
               "@cdktf/provider-google@16.12.1", "@cdktf/provider-google-beta@16.12.1"],
    "helm": ["@cdktf/provider-helm@10.5.0", "@cdktf/provider-helm@12.1.2"],
    "kubernetes": ["@cdktf/provider-kubernetes@12.1.1"],
    "others": ["@cdktf/provider-archive@11.0.1", "@cdktf/provider-cloudflare@13.9.1",
               "@cdktf/provider-cloudinit@11.0.1", "@cdktf/provider-consul@10.1.2",
               "@cdktf/provider-datadog@12.15.2", "@cdktf/provider-digitalocean@13.14.1",
               "@cdktf/provider-external@11.0.1", "@cdktf/provider-github@15.3.1", "@cdktf/provider-gitlab@15.6.2",
               "@cdktf/provider-http@10.0.1", "@cdktf/provider-local@11.1.1", "@cdktf/provider-mongodbatlas@8.6.2",
               "@cdktf/provider-newrelic@13.12.2", "@cdktf/provider-nomad@10.0.3", "@cdktf/provider-null@11.0.1",
               "@cdktf/provider-random@12.0.1", "@cdktf/provider-template@10.0.1", "@cdktf/provider-tfe@12.5.1",
               "@cdktf/provider-time@11.0.1", "@cdktf/provider-tls@11.0.1", "@cdktf/provider-vault@15.6.1"],
}

# Of a provider that has many types, those that the tables of src/graph name.
NAMED = {
    "cloudflare": r"api_token",
    "consul": r"acl_token\w*|keys|key_prefix",
    "datadog": r"api_key|application_key",
    "digitalocean": r"app|database_cluster|droplet|kubernetes_cluster|spaces_bucket_object|spaces_key",
    "github": r"actions_\w*variable",
    "gitlab": r"\w*token|user_runner|\w+_variable",
    "mongodbatlas": r"project_api_key",
    "newrelic": r"api_access_key",
    "nomad": r"acl_token|job",
    "tfe": r"\w*token|variable",
}

# Packages that do not say which release of the provider they were made from, only its major version.
UNSAID = {"@cdktf/provider-aws@5.0.52": "3.x", "@cdktf/provider-google@0.4.44": "3.x"}

# What a class stands for, by the one it extends, and what the tables write before its name.
MODES = {"TerraformResource": "resource", "TerraformDataSource": "data", "TerraformProvider": "provider"}
PREFIXES = {"resource": "", "data": "data.", "provider": "provider."}

SCALARS = {"string": "s", "number": "n", "boolean": "b", "any": "x"}
# How getters name a type.
GETTERS = {
    "String": "s", "Number": "n", "Boolean": "b", "StringMap": "{s}", "NumberMap": "{n}", "BooleanMap": "{b}",
    "AnyMap": "{x}", "List": "[s]", "NumberList": "[n]", "BooleanList": "[b]",
}

TO_TERRAFORM = re.compile(r"^function (\w+)ToTerraform\(struct\) \{")
CLASS = re.compile(r"^class (\w+) extends cdkt\w+\.(\w+)")
RETURN_FIELD = re.compile(r'^ +"?(\w+)"?: (.+),$')
PROPERTY = re.compile(r"^ {4,8}// (\w+) - computed: ")
NEW = re.compile(r"= new ([\w.]+)\(this, ['\"](\w+)['\"]")
NEW_AT = re.compile(r"return new ([\w.]+)\(this, ['\"](\w+)['\"], index")
GETTER = re.compile(r"this\.get(\w+)Attribute\(['\"](\w+)['\"]\)")
UNREAD = re.compile(r"this\.interpolationForAttribute\(['\"](\w+)['\"]\)")
TYPE_NAME = re.compile(r"""terraformResourceType: ['"]([\w-]+)['"]""")
INTERFACE = re.compile(r"^export (?:declare )?interface (\w+)")
BLOCK_DOC = re.compile(r"^ +\* (\w+) block\.?$")
NAME_DOC = re.compile(r"#(\w+) \w+#\w+\}")
READONLY = re.compile(r"^    readonly \w+(\??):")


class Unit:
    """What the files of one resource, or of one service, define."""

    def __init__(self):
        self.settable = {}  # by structure or class: {name: expression}
        self.properties = {}  # by class: {name: type}
        self.blocks = set()  # (interface, name)
        self.required = set()  # (interface, name)
        self.resources = []  # (mode, type, class)


def read_js(unit, text):
    current = None  # structure whose fields follow
    cls = None
    prop = None
    in_return = False
    for line in text.splitlines():
        if line.startswith("//# source"):
            continue
        if found := TO_TERRAFORM.match(line):
            name = found[1]
            current, in_return = name[0].upper() + name[1:], False
            continue
        if found := CLASS.match(line):
            cls, prop, current = found[1], None, None
            base = found[2]
            unit.properties.setdefault(cls, {})
            mode = MODES.get(base)
            if mode:
                unit.resources.append([mode, None, cls])
            continue
        if line.startswith("    synthesizeAttributes()"):
            current, in_return = cls, False
            continue
        if current is not None:
            if line.strip() == "return {":
                in_return = True
                unit.settable.setdefault(current, {})
            elif in_return and line.strip() == "};":
                current, in_return = None, False
            elif in_return and (found := RETURN_FIELD.match(line)):
                unit.settable[current][found[1]] = found[2]
            elif line == "}":
                current = None
            continue
        if cls is None:
            continue
        if unit.resources and unit.resources[-1][2] == cls and unit.resources[-1][1] is None:
            if found := TYPE_NAME.search(line):
                unit.resources[-1][1] = found[1]
        if found := PROPERTY.match(line):
            prop = found[1]
            unit.properties[cls].setdefault(prop, None)
        elif prop is not None and unit.properties[cls][prop] is None:
            if (found := NEW.search(line)) and found[2] == prop:
                unit.properties[cls][prop] = ("new", found[1].split(".")[-1])
            elif (found := NEW_AT.search(line)) and found[2] == prop:
                unit.properties[cls][prop] = ("list", found[1].split(".")[-1])
            elif (found := GETTER.search(line)) and found[2] == prop:
                unit.properties[cls][prop] = ("plain", GETTERS[found[1]])
            elif (found := UNREAD.search(line)) and found[1] == prop:
                unit.properties[cls][prop] = ("plain", "x")


def read_dts(unit, text):
    interface = block = name = None
    for line in text.splitlines():
        if found := INTERFACE.match(line):
            interface, block, name = found[1], None, None
        elif line.strip() == "/**":
            block = name = None
        elif found := BLOCK_DOC.match(line):
            block = found[1]
        elif found := NAME_DOC.search(line):
            name = found[1]
        elif interface and name and (found := READONLY.match(line)):
            if block:
                unit.blocks.add((interface, name))
            if not found[1]:
                unit.required.add((interface, name))


class Shape:
    """What a field is: `kind` is `leaf`, `list`, `map`, `object` (an attribute) or `block`."""

    def __init__(self, kind, of, many=False):
        self.kind, self.of, self.many = kind, of, many


def shape_of_expression(unit, expression, seen):
    """The shape that a call of one of the mapping functions stands for, and what it says of blocks."""
    text = re.sub(r"^[\w.]+ === undefined \? null : ", "", expression)
    text = re.sub(r"^this\.markWriteOnlyAttribute\((.*)\)$", r"\1", text)
    text = re.sub(r"\(0, [\w$]+\.(\w+)\)", r"\1", text)
    text = re.sub(r"\b(?:cdkt\w+|index_\w+|[\w$]+structs?\w*_\d+|structs?\d*_\d+)\.", "", text)
    text = re.sub(r"\((?:struct|this)[\w.!]*\)$", "", text)

    def parse(text):
        for wrapper, kind in (("listMapper(", "list"), ("hashMapper(", "map"), ("objectMapper(", "map")):
            if text.startswith(wrapper) and text.endswith(")"):
                inner = text[len(wrapper):-1]
                said = None
                if found := re.search(r", (true|false)$", inner):
                    said, inner = found[1] == "true", inner[: found.start()]
                return Shape(kind, parse(inner), said)
        if found := re.fullmatch(r"(\w+)ToTerraform", text):
            name = found[1]
            if name in SCALARS:
                return Shape("leaf", SCALARS[name])
            return Shape("object", struct_of(unit, name[0].upper() + name[1:], seen))
        raise ValueError(f"not understood: {expression}")

    return parse(text)


def shape_of_code(code):
    if code.startswith("["):
        return Shape("list", shape_of_code(code[1:-1]))
    if code.startswith("{"):
        return Shape("map", shape_of_code(code[1:-1]))
    return Shape("leaf", code)


def shape_of_class(unit, entry, seen):
    how, name = entry
    if how == "plain":
        return shape_of_code(name)
    plain = {"StringMap": "{s}", "NumberMap": "{n}", "BooleanMap": "{b}", "AnyMap": "{x}",
             "StringMapList": "[{s}]", "NumberMapList": "[{n}]", "BooleanMapList": "[{b}]", "AnyMapList": "[{x}]"}
    if name in plain:
        return shape_of_code(plain[name])
    for suffix, wrap in (("MapList", ["list", "map"]), ("ListList", ["list", "list"]), ("List", ["list"]),
                         ("Map", ["map"]), ("OutputReference", [])):
        stem = name.removesuffix(suffix)
        if stem != name and (stem in unit.settable or f"{stem}OutputReference" in unit.properties):
            shape = Shape("object", struct_of(unit, stem, seen))
            for kind in reversed(wrap):
                shape = Shape(kind, shape)
            return shape
    if name in unit.properties:
        shape = Shape("object", struct_of(unit, name, seen))
        return Shape("list", shape) if how == "list" else shape
    return Shape("leaf", "x")


def struct_of(unit, name, seen, root=None):
    """{name: (shape, flag)} of a structure. `flag` is `!` required, `=` only read, or empty."""
    if name in seen or len(seen) > 40:
        return None
    seen = (*seen, name)
    settable = unit.settable.get(name, {})
    reference = f"{name}OutputReference"
    properties = unit.properties.get(name if root or reference not in unit.properties else reference, {})
    interface = root or name
    fields = {}
    for field, expression in settable.items():
        shape = shape_of_expression(unit, expression, seen)
        block = (interface, field) in unit.blocks
        said = shape.many if shape.kind == "list" else None
        holds_object = shape.kind == "object" or shape.kind == "list" and shape.of.kind == "object"
        if block and not holds_object and not (shape.kind == "list" and shape.of.kind == "leaf"):
            # A block whose fields the package leaves out.
            shape = Shape("block", None, shape.kind != "object")
        elif block or said and holds_object:
            many = shape.kind == "list"
            of = shape.of.of if many else shape.of
            shape = Shape("block", of if not many or shape.of.kind == "object" else None, many)
        fields[field] = (shape, "!" if (interface, field) in unit.required else "")
    for field, entry in properties.items():
        if field in fields:
            continue
        shape = shape_of_class(unit, entry, seen) if entry else Shape("leaf", "x")
        fields[field] = (shape, "=")
    return fields


def plain_code(shape):
    """A shape without its objects, by which shapes of two releases are told apart."""
    if shape.kind == "leaf":
        return shape.of
    if shape.kind == "block":
        return "block*" if shape.many else "block"
    if shape.kind == "object":
        return "()"
    inner = plain_code(shape.of)
    return f"[{inner}]" if shape.kind == "list" else "{" + inner + "}"


def told_better(code, others):
    """The code of another release that says what this one leaves open: older packages give maps no type."""
    for other in others:
        if other != code and (other.replace("{s}", "{x}") == code or code == "x"):
            return other
    return code


def fields_of(shape):
    while shape.kind in ("list", "map"):
        shape = shape.of
    return shape.of if shape.kind in ("object", "block") else None


def merged(structs):
    """[(name, code, flag, majors, fields)] of one structure in several releases, [(major, fields)].

    `fields` is again such a list, or none where nothing is known of them.
    """
    names = sorted({name for _, fields in structs for name in fields})
    rows = []
    for name in names:
        there = [(major, *fields[name]) for major, fields in structs if name in fields]
        codes = [plain_code(shape) for _, shape, _ in there]
        variants = {}
        for (major, shape, flag), code in zip(there, codes):
            # The packages differ in whether they let one set `id`.
            kind = "=" if flag == "=" and name != "id" else ""
            variants.setdefault((told_better(code, codes), kind), []).append((major, shape, flag))
        for (code, _), found in variants.items():
            inner = [(major, fields_of(shape)) for major, shape, _ in found if plain_code(shape) == code]
            holds = "(" in code or code.startswith("block")
            below = merged(inner) if holds and all(fields is not None for _, fields in inner) else None
            rows.append((name, code, found[-1][2], "".join(major for major, _, _ in found), below))
    return rows


def written(rows, majors):
    texts = []
    for name, code, flag, found, below in rows:
        since = "" if found == majors else "@" + found
        fields = "?" if below is None else written(below, found)
        if code.startswith("block"):
            text = f"{name}{flag}{{{fields}}}{code[5:]}"
        elif "(" in code:
            text = f"{name}{flag}:" + code.replace("()", f"({fields})")
        else:
            text = name + flag + ("" if code == "s" else f":{code}")
        texts.append(text + since)
    return " ".join(texts)


def archive(package, cache):
    name = re.sub(r"^@", "", package).replace("/", "-").replace("@", "-") + ".tgz"
    if not (cache / name).exists():
        subprocess.run(["npm", "pack", "--silent", package], cwd=cache, check=True, stdout=subprocess.DEVNULL)
    return cache / name


def unit_name(path):
    """Files of one resource lie in a folder, or, in old packages, in a file and a folder of structures."""
    parts = path.split("/")[2:]
    stem = re.sub(r"(\.d\.ts|\.js)$", "", parts[-1])
    folders = [re.sub(r"-structs$", "", part) for part in parts[:-1] if part != "index-structs"]
    if stem != "index" and not stem.startswith("structs"):
        folders.append(stem)
    return "/".join(folders)


def read_package(path):
    """The provider's release, if the package says it, and {(mode, type): fields}."""
    units, release = {}, None
    with tarfile.open(path) as tar:
        for member in tar:
            if member.name.endswith("package/package.json"):
                text = tar.extractfile(member).read().decode()
                if found := re.search(r'"provider": \{[^}]*"version": "([\d.]+)"', text):
                    release = found[1]
            if not member.name.startswith("package/lib/") or not re.search(r"(\.d\.ts|\.js)$", member.name):
                continue
            unit = units.setdefault(unit_name(member.name), Unit())
            text = tar.extractfile(member).read().decode()
            (read_js if member.name.endswith(".js") else read_dts)(unit, text)
    resources = {}
    for name in sorted(units):
        unit = units[name]
        for mode, kind, cls in unit.resources:
            if kind is not None:
                resources[mode, kind] = struct_of(unit, cls, (), root=f"{cls}Config")
    return release, resources


def code_of(release, package):
    """What stands for a release behind `@`: its major version, or `b` for a provider of features in preview."""
    return "b" if "-beta@" in package else release.split(".")[0]


def merged_lines(packages, read):
    """One provider in several releases."""
    codes = [code_of(release, package) for package, (release, _) in zip(packages, read)]
    all_types = [resources for _, resources in read]
    lines = []
    for key in sorted({key for resources in all_types for key in resources}):
        found = [(code, resources[key]) for code, resources in zip(codes, all_types) if key in resources]
        there = "".join(code for code, _ in found)
        since = "" if len(found) == len(read) else "@" + there
        lines.append(f"{PREFIXES[key[0]]}{key[1]}{since} {written(merged(found), there)}".rstrip())
    heads = [f"# {code} {release} {package}" for code, (release, _), package in zip(codes, read, packages)]
    return heads, lines


def table(provider, packages, cache):
    read = []
    for package in packages:
        release, resources = read_package(archive(package, cache))
        release = release or UNSAID[package]
        own = re.search(r"provider-(\w+)", package)[1]
        if own in NAMED:
            wanted = re.compile(f"{own}_(?:{NAMED[own]})")
            resources = {key: fields for key, fields in resources.items() if key[0] == "provider" or wanted.fullmatch(key[1])}
        print(f"{package}: {release}, {len(resources)} types", file=sys.stderr)
        read.append((release, resources))
    if provider != "others":
        return merged_lines(packages, read)
    parts = [merged_lines([package], [one]) for package, one in zip(packages, read)]
    return [line for heads, _ in parts for line in heads], sorted(line for _, lines in parts for line in lines)


def same_lines(lines):
    """Types that are another one under a second name are written as such."""
    first, result = {}, []
    for line in lines:
        head, _, fields = line.partition(" ")
        name, at, majors = head.partition("@")
        mode = name.rpartition(".")[0]
        other = first.setdefault((mode, fields, majors), name)
        result.append(line if other == name or not fields else f"{head} ={other}")
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("providers", nargs="*", default=list(RELEASES))
    arguments.add_argument("--cache", type=Path, help="where packages are kept")
    options = arguments.parse_args()
    target = Path(__file__).parent.parent / "schemas"
    with tempfile.TemporaryDirectory() as scratch:
        cache = options.cache or Path(scratch)
        for provider in options.providers:
            heads, lines = table(provider, RELEASES[provider], cache)
            text = "\n".join(["# made by tools/provider_schemas.py", *heads, *same_lines(lines)])
            (target / f"{provider}.txt").write_text(text + "\n")


if __name__ == "__main__":
    main()
