#!/usr/bin/env python3
"""Compares the links between Terraform and Kubernetes in a graph with what a plain search of the texts finds.

    tests/links.py [--bin target/debug/purlin] [--list] REPOSITORY...

Knows nothing of Terraform but where a block begins and ends. Every place where a text says that the two worlds have to
do with each other (a mark) must be in the graph: as a link, as one that leads nowhere for a stated reason, or in a
block of which the graph has no resource, for a reason that the text itself shows. And no link of the graph may come
from a block without a mark. Exits with 1 if a mark is missing or a link has none.
"""

import argparse
import collections
import json
import os
import re
import subprocess
import sys

# What marks a link: name, pattern, relations it may become, kinds of blocks it may stand in.
MARKS = [
    ("irsa annotation", r"eks\.amazonaws\.com/role-arn|eks\\+\.amazonaws\\+\.com/role-arn", {"assumes"}),
    ("token subject", r"system:serviceaccount:", {"trusts"}),
    ("pod identity", r'resource\s+"aws_eks_pod_identity_association"', {"binds", "grants", "assumes"}),
    ("google identity", r"iam\.gke\.io/gcp-service-account", {"assumes"}),
    ("google member", r"\.svc\.id\.goog\[", {"trusts"}),
    ("azure identity", r"azure\.workload\.identity/client-id", {"assumes"}),
    ("provider", r'^\s*provider\s+"(kubernetes|helm|kubectl|flux|argocd)"', {"runs-on"}),
    ("ecr image", r"\.dkr\.ecr\.", {"pulls"}),
    ("ecr repository", r"\brepository_url\b", {"pulls", "refers"}),
    ("azure image", r"\.azurecr\.io|\blogin_server\b", {"pulls", "refers"}),
    ("google image", r"-docker\.pkg\.dev", {"pulls", "refers"}),
    (
        "balancer annotation",
        r"aws-load-balancer-(subnets|security-groups|extra-security-groups|ssl-cert|eip-allocations)"
        r"|alb\.ingress\.kubernetes\.io/(subnets|security-groups|certificate-arn|wafv2-acl-arn|waf-acl-id|web-acl-id)"
        r"|azure-load-balancer-internal-subnet|azure-pip-name|ingress\.global-static-ip-name",
        {"attaches"},
    ),
    ("external secret", r"kind:\s*(Cluster)?ExternalSecret\b", {"reads-secret"}),
    ("secret store", r"kind:\s*(Cluster)?SecretStore\b(?!.*\bname:)", {"reads-secret", "assumes", "runs-as"}),
    ("secret provider", r"kind:\s*SecretProviderClass\b", {"reads-secret"}),
]

# Relations between the worlds; in the graph, others stay in one.
BETWEEN = {"assumes", "trusts", "runs-on", "pulls", "reads-secret"}

HEADER = re.compile(r'^(resource|data|module|output|variable|provider|locals|moved|import)\b\s*("([^"]*)")?\s*("([^"]*)")?')

Mark = collections.namedtuple("Mark", "name relations file line text block")
Block = collections.namedtuple("Block", "kind labels start end text")


def blocks(lines):
    """The blocks of a Terraform file: they begin at the left margin and end with a brace there."""
    found, start = [], None
    for number, line in enumerate(lines):
        if start is None and HEADER.match(line) and "{" in line:
            start = number
            if line.rstrip().endswith("}"):
                found.append((start, number))
                start = None
        elif start is not None and line.startswith("}"):
            found.append((start, number))
            start = None
    for start, end in found:
        kind, _, first, _, second = HEADER.match(lines[start]).groups()
        labels = tuple(label for label in (first, second) if label)
        yield Block(kind, labels, start, end, "\n".join(lines[start : end + 1]))


def files(top):
    for directory, below, names in os.walk(top):
        below[:] = sorted(name for name in below if name not in (".git", ".terraform", "node_modules"))
        for name in sorted(names):
            if name.endswith((".tf", ".yaml", ".yml")):
                path = os.path.join(directory, name)
                if not os.path.islink(path):
                    yield os.path.relpath(path, top)


def marks(top):
    for path in files(top):
        with open(os.path.join(top, path), encoding="utf-8", errors="replace") as file:
            lines = file.read().split("\n")
        known = list(blocks(lines)) if path.endswith(".tf") else []
        for number, line in enumerate(lines):
            for name, pattern, relations in MARKS:
                if re.search(pattern, line):
                    block = next((one for one in known if one.start <= number <= one.end), None)
                    yield Mark(name, relations, path, number + 1, line.strip(), block)


def is_registry(reference):
    """An expression counts as a link where it refers to a registry; of other relations each does."""
    return reference["relation"] != "refers" or re.search(r"ecr|container_registry|artifact_registry", reference["kind"])


class Graph:
    """What Purlin says: resources by `type.name`, what leads nowhere by resource."""

    def __init__(self, binary, top):
        run = subprocess.run([binary, "graph", "-f", "json", "."], cwd=top, capture_output=True, text=True)
        document = json.loads(run.stdout)
        self.resources = [one for listed in document["resources"].values() for one in listed]
        self.nowhere = collections.defaultdict(list)
        for link in document["unresolved"]:
            self.nowhere[link["id"]].append(link)
        self.by_block = collections.defaultdict(list)
        for one in self.resources:
            self.by_block[self.block_of(one)].append(one)

    @staticmethod
    def block_of(resource):
        """`aws_iam_role.web` of `module.a["x"].aws_iam_role.web[0]`."""
        address = re.sub(r'\[("(\\.|[^"\\])*"|[^\]]*)\]', "", resource["id"].split("//", 1)[1])
        parts = re.sub(r"^(module\.[^.]+\.)*", "", address)
        return parts

    def said_of(self, resources, relations):
        """The links, and the reasons of those that lead nowhere, that resources have."""
        links, reasons = [], []
        for one in resources:
            links += [ref for ref in one["references"] if ref["relation"] in relations and is_registry(ref)]
            reasons += [link["reason"] for link in self.nowhere[one["id"]] if link["relation"] in relations]
        return links, reasons


def lies_in(resource, file):
    """Whether a resource of a root module may come from a file: the root's own, or any if it lies in a module."""
    root = resource["id"].split("//", 1)[0]
    directory = os.path.dirname(file) or "."
    return root == directory or "module" in resource or root.startswith(directory)


def explain(mark, graph, all_marks, texts):
    """(state, why): linked, nowhere, outside or missing."""
    if mark.text.startswith(("#", "//")):
        return "outside", "a comment"
    if mark.block is None:
        return in_yaml(mark, graph, texts) if not mark.file.endswith(".tf") else ("outside", "between blocks")
    block = mark.block
    if block.kind in ("output", "variable"):
        return "outside", f"an {block.kind} makes no resource" if block.kind == "output" else "a variable makes no resource"
    if block.kind == "module":
        return of_call(mark, graph)
    if block.kind == "provider":
        return of_provider(mark, graph, texts)
    if block.kind == "locals":
        return of_local(mark, graph, texts)
    address = ".".join((["data"] if block.kind == "data" else []) + list(block.labels))
    own = [one for one in graph.by_block[address] if lies_in(one, mark.file)]
    if not own:
        made = re.search(r"^\s*(count|for_each)\s*=", block.text, re.M)
        return ("outside", f"nothing is made of it: `{made.group(0).strip()} ...`") if made else ("missing", address)
    if block.kind == "data":
        ids = {one["id"] for one in own}
        own = [one for one in graph.resources if ids & {ref["id"] for ref in one["references"]}]
        if not own:
            return "outside", "no resource that is made reads the data source"
    links, reasons = graph.said_of(own, mark.relations)
    if links:
        return "linked", ", ".join(sorted({f"{ref['relation']} {ref['id']}" for ref in links}))
    if reasons:
        return "nowhere", "; ".join(sorted(set(reasons)))
    if mark.name == "token subject" and all(one["kind"] != "aws_iam_role" for one in own):
        return "outside", "no role has the document as its trust policy"
    if re.search(r'provisioner "|resource "(local_file|null_resource|terraform_data)"', block.text):
        return "outside", "text of a script"
    return "missing", address


def of_call(mark, graph):
    name = mark.block.labels[0]
    source = re.search(r'^\s*source\s*=\s*"([^"]*)"', mark.block.text, re.M)
    prefix = f"module.{name}"
    inside = [one for one in graph.resources if re.sub(r"\[[^\]]*\]", "", one.get("module", "")).startswith(prefix)]
    links, reasons = graph.said_of(inside, mark.relations)
    if links:
        return "linked", ", ".join(sorted({ref["id"] for ref in links}))
    if reasons:
        return "nowhere", "; ".join(sorted(set(reasons)))
    if source and not source.group(1).startswith("."):
        return "outside", f"module {source.group(1)} is not in the repository"
    return "missing", prefix


def of_provider(mark, graph, texts):
    """Of the resources in the directory that the block's provider deploys, each says which cluster it runs on."""
    name = mark.block.labels[0]
    directory = os.path.dirname(mark.file) or "."
    own = [one for one in graph.resources if one["id"].split("//", 1)[0] == directory]
    used = [one for one in own if is_of(one, name) or (one["provider"] == name and "api_version" not in one)]
    used = [one for one in used if not one["kind"].startswith(("data.", "provider."))]
    if not used:
        return "outside", "no resource that is made uses the provider"
    links, reasons = graph.said_of(used, mark.relations)
    if links:
        return "linked", ", ".join(sorted({ref["id"] for ref in links}))
    return ("nowhere", "; ".join(sorted(set(reasons)))) if reasons else ("missing", name)


def is_of(resource, provider):
    address = Graph.block_of(resource)
    return address.startswith(provider + "_")


def of_local(mark, graph, texts):
    """A local value is as good as what uses it."""
    directory = os.path.dirname(mark.file)
    name = None
    for line in reversed(texts[mark.file][mark.block.start : mark.line]):
        found = re.match(r"^  ([A-Za-z_][\w-]*)\s*=", line)
        if found:
            name = found.group(1)
            break
    users = []
    for path, lines in texts.items():
        if os.path.dirname(path) == directory and path.endswith(".tf"):
            users += [(path, one) for one in blocks(lines) if re.search(rf"\blocal\.{re.escape(name or '')}\b", one.text)]
    states = []
    for path, block in users:
        if block.kind != "locals":
            states.append(explain(mark._replace(file=path, block=block), graph, [], texts))
    if not states:
        return "outside", f"no resource uses local.{name}"
    order = ["linked", "nowhere", "outside", "missing"]
    return min(states, key=lambda state: order.index(state[0]))


def in_yaml(mark, graph, texts):
    text = "\n".join(texts[mark.file])
    if "{{" in text:
        return "outside", "a template, not an object"
    documents = re.split(r"^---.*$", text, flags=re.M)
    before = "\n".join(texts[mark.file][: mark.line])
    document = documents[len(re.findall(r"^---.*$", before, flags=re.M))]
    kind = re.search(r"^kind:\s*[\"']?(\w+)", document, re.M)
    if not (kind and re.search(r"^apiVersion:", document, re.M)):
        users = [path for path, lines in texts.items() if path.endswith(".tf") and os.path.basename(mark.file) in "\n".join(lines)]
        if users:
            return in_file_read(mark, graph, texts, users)
        return "outside", "no Kubernetes object: values of a chart, or another tool's file"
    name = re.search(r"^  name:\s*[\"']?([\w.-]+)", document, re.M)
    own = [one for one in graph.resources if one["kind"].split(".")[0] == kind.group(1) and name and one["name"] == name.group(1)]
    links, reasons = graph.said_of(own, mark.relations)
    if links:
        return "linked", ", ".join(sorted({f"{ref['relation']} {ref['id']}" for ref in links}))
    if reasons:
        return "nowhere", "; ".join(sorted(set(reasons)))
    return "missing", f"{kind.group(1)} {name and name.group(1)}"


def in_file_read(mark, graph, texts, users):
    """A file that a Terraform resource reads is as good as the resource."""
    base = os.path.basename(mark.file)
    states = []
    for path in users:
        states += [explain(mark._replace(file=path, block=one), graph, [], texts) for one in blocks(texts[path]) if base in one.text]
    order = ["linked", "nowhere", "outside", "missing"]
    return min(states, key=lambda state: order.index(state[0])) if states else ("outside", "no resource reads the file")


def invented(graph, found, texts):
    """Links between the worlds whose resource has no mark where it is written."""
    for one in graph.resources:
        for ref in one["references"]:
            relation = ref["relation"]
            if relation not in BETWEEN and not (relation == "attaches" and "aws" in ref["kind"]):
                continue
            fits = [mark for mark in found if relation in mark.relations]
            address = Graph.block_of(one)
            if relation == "runs-on":
                holds = any(mark.name == "provider" for mark in fits)
            elif "." in address and not one["id"].split("//", 1)[1].count("/"):
                own = [mark for mark in fits if mark.block and ".".join(mark.block.labels) in address]
                through = [mark for mark in fits if mark.block is None or mark.block.kind in ("data", "locals", "module")]
                body = [block.text for lines in texts.values() for block in blocks(lines) if ".".join(block.labels) == address]
                refers = any(re.search(r"(ecr_repository|container_registry|artifact_registry_repository)\.", text) for text in body)
                holds = bool(own or through) or (relation == "pulls" and refers)
            else:
                holds = any(mark.block is None for mark in fits)
            if not holds:
                yield one["id"], relation, ref["id"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", default="target/debug/purlin")
    parser.add_argument("--list", action="store_true", help="print every mark")
    parser.add_argument("repositories", nargs="+")
    options = parser.parse_args()
    binary, failed = os.path.abspath(options.bin), False
    for top in options.repositories:
        graph = Graph(binary, top)
        found = list(marks(top))
        texts = {}
        for path in files(top):
            with open(os.path.join(top, path), encoding="utf-8", errors="replace") as file:
                texts[path] = file.read().split("\n")
        counts = collections.Counter()
        print(os.path.basename(os.path.normpath(top)))
        for mark in found:
            state, why = explain(mark, graph, found, texts)
            counts[mark.name, state] += 1
            failed |= state == "missing"
            if options.list or state == "missing":
                print(f"  {state:8} {mark.name:20} {mark.file}:{mark.line}: {why}")
        for name in sorted({name for name, _ in counts}):
            states = ", ".join(f"{number} {state}" for (one, state), number in sorted(counts.items()) if one == name)
            print(f"  {name}: {states}")
        for source, relation, target in invented(graph, found, texts):
            failed = True
            print(f"  invented: {source} {relation} {target}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
