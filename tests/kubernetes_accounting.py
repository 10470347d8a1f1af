#!/usr/bin/env python3
"""Counts Kubernetes documents of repositories independently of Purlin and compares; looks for edges that leave a scope
and for findings on what is no whole object.

usage: kubernetes_accounting.py PURLIN DIRECTORY...

For each directory: every document of every file that Purlin lints as Kubernetes' (told here by a YAML parser: some
document has `apiVersion` and `kind`, or the file is a kustomization) must be counted once, as an object or as skipped
for a reason; items of lists of objects stand for their list. No reference may lead from an object of one scope to an
object of another, nor from what Flux applies to one cluster to what it applies to another: which clusters get a file is
told here by the texts of Flux' Kustomizations and where these lie. No finding may lie in a document that a kustomization names as a patch, that holds a directive of a
patch, or that makes pods without any image and lies below a kustomization that does not apply it.
Needs Python 3.9+ and PyYAML.
"""
import collections
import json
import os
import re
import subprocess
import sys

import yaml

READ_THOUGH_HIDDEN = {'.argocd', '.deploy', '.github', '.infra', '.k8s', '.kubernetes', '.tekton'}
KUSTOMIZATIONS = ('kustomization.yaml', 'kustomization.yml', 'Kustomization')
OTHER_TOOLS = {'chart.yaml', 'chart.yml', 'package.json', 'package-lock.json', 'tsconfig.json', 'docker-compose.yaml',
               'docker-compose.yml', 'compose.yaml', 'compose.yml', 'values.yaml'}


class Loader(getattr(yaml, 'CSafeLoader', yaml.SafeLoader)):
    """Reads unknown tags as nothing, so that one of them does not hide the rest of a file."""


Loader.add_multi_constructor('', lambda loader, suffix, node: None)
# `=` is a value of YAML 1.1 that PyYAML knows no object for; dates are texts to Kubernetes.
Loader.add_constructor('tag:yaml.org,2002:value', lambda loader, node: loader.construct_scalar(node))
Loader.add_constructor('tag:yaml.org,2002:timestamp', lambda loader, node: loader.construct_scalar(node))


def files(top):
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(f for f in folders if not f.startswith('.') or f in READ_THOUGH_HIDDEN)
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.startswith('.') or os.path.islink(path):
                continue
            if name in KUSTOMIZATIONS or name.lower().endswith(('.yaml', '.yml', '.json')):
                if name.lower() not in OTHER_TOOLS:
                    yield os.path.relpath(path, top)


def parts(text):
    """The documents of a file that no parser reads as a whole, each by itself, and how many there are."""
    pieces = re.split(r'(?m)^---(?:[ \t].*)?$', text)
    pieces = [p for p in pieces if any(line.strip() and not line.lstrip().startswith(('#', '%'))
                                       for line in p.splitlines())]
    found = []
    for piece in pieces:
        try:
            found.append(yaml.load(piece, Loader))
        except Exception:
            found.append('unreadable')
    return found


def documents(path):
    with open(path, encoding='utf-8-sig', errors='replace') as file:
        text = file.read()
    if path.endswith('.json'):
        decoder, at, found = json.JSONDecoder(), 0, []
        while text[at:].strip():
            at += len(text[at:]) - len(text[at:].lstrip())
            try:
                value, at = decoder.raw_decode(text, at)
            except ValueError:
                return ['unreadable']
            found.append(value)
        return found
    try:
        return list(yaml.load_all(text, Loader))
    except Exception:
        return parts(text)


def is_object(document):
    return isinstance(document, dict) and 'apiVersion' in document and 'kind' in document


def looks_like_objects(path):
    """Of a file that cannot be read: whether its lines say what objects say."""
    with open(path, encoding='utf-8-sig', errors='replace') as file:
        text = file.read()
    return re.search(r'(?m)^apiVersion:', text) and re.search(r'(?m)^kind:', text)


def count(document):
    """Documents that a document stands for: a list of objects stands for its items."""
    if isinstance(document, dict) and str(document.get('kind', '')).endswith('List'):
        named = isinstance(document.get('metadata'), dict) and 'name' in document['metadata']
        items = document.get('items')
        if not named and (isinstance(items, list) or 'items' in document and items is None
                          or 'items' not in document and document['kind'] == 'List'):
            return sum(count(item) for item in items or []) or 1
    return 1


def listed(path, document, key):
    folder = os.path.dirname(path)
    return {os.path.normpath(os.path.join(folder, item)) for item in document.get(key) or [] if isinstance(item, str)}


def patches_of(path, document):
    folder = os.path.dirname(path)
    for key in ('patches', 'patchesStrategicMerge', 'patchesJson6902'):
        for item in document.get(key) or []:
            written = item.get('path') if isinstance(item, dict) else item
            if isinstance(written, str) and '\n' not in written:
                yield os.path.normpath(os.path.join(folder, written))


def holds_directive(value):
    if isinstance(value, dict):
        return any(str(key).startswith('$') for key in value) or any(map(holds_directive, value.values()))
    return isinstance(value, list) and any(map(holds_directive, value))


def images(value):
    """Whether any container of a pod template in a document has an image; None where there are no containers."""
    found = None
    if isinstance(value, dict):
        for key, child in value.items():
            inner = images(child)
            if key == 'containers' and isinstance(child, list):
                inner = any(isinstance(c, dict) and 'image' in c for c in child)
            if inner is not None:
                found = bool(found or inner)
    elif isinstance(value, list):
        for child in value:
            inner = images(child)
            found = found if inner is None else bool(found or inner)
    return found


def clusters(top, by_file):
    """By file, what stands for the clusters that Flux applies it to: the directory that applies itself, or the one where
    something tells Flux of a directory and nothing tells it of that one."""
    told = collections.defaultdict(set)
    for path, read in by_file.items():
        for document in filter(is_object, read):
            spec = document.get('spec')
            if str(document['apiVersion']).startswith('kustomize.toolkit.fluxcd.io/') and isinstance(spec, dict):
                directory = os.path.normpath(str(spec.get('path') or '.').lstrip('/'))
                if os.path.isdir(os.path.join(top, directory)):
                    told[directory].add((path, json.dumps(spec.get('kubeConfig'))))

    def above(path):
        return {directory for directory in told if directory == '.' or path.startswith(directory + '/')}

    def roots(directory, seen):
        found = set()
        for path, elsewhere in told[directory]:
            tellers = above(path)
            if elsewhere != 'null':
                found.add(directory)
            elif directory in tellers or not tellers:
                found.add(directory if tellers else os.path.dirname(path) or '.')
            for teller in tellers - seen if elsewhere == 'null' else ():
                found |= roots(teller, seen | tellers)
        return found

    known = {directory: roots(directory, {directory}) for directory in told}
    return {path: set().union(*(known[directory] for directory in above(path))) for path in by_file}


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, timeout=300)
    return json.loads(done.stdout)


def examine(purlin, top):
    report = run(purlin, 'check', top, '--root', top, '-f', 'json', '--no-config', '--profile', 'all')
    summary = report['summary']
    skipped = {file for group in summary['files_skipped'] for file in group['files']}
    found, by_file, patches, applied, kustomized = 0, {}, set(), set(), set()
    for path in files(top):
        if path in skipped:
            continue
        read = documents(os.path.join(top, path))
        kustomization = os.path.basename(path) in KUSTOMIZATIONS
        unreadable = 'unreadable' in read and looks_like_objects(os.path.join(top, path))
        if kustomization or unreadable or any(map(is_object, read)):
            found += sum(map(count, read))
            by_file[path] = read
        for document in read if kustomization else []:
            kustomized.add(os.path.dirname(path))
            if isinstance(document, dict):
                patches.update(patches_of(path, document))
                for key in ('resources', 'bases', 'components'):
                    applied.update(listed(path, document, key))
    problems = []
    if found != summary['documents']:
        problems.append(f'{found} documents here, {summary["documents"]} counted')
    if summary['objects'] + sum(summary['documents_skipped'].values()) != summary['documents']:
        problems.append('objects + skipped is not what was found')

    judged = 0
    for finding in report['findings']:
        path = finding['location']['file']
        if path not in by_file:
            continue
        judged += 1
        names = [d for d in by_file[path] if is_object(d) and isinstance(d.get('metadata'), dict)
                 and str(d['metadata'].get('name')) == finding['resource']['name'] and d['kind'] == finding['resource']['kind']]
        above = os.path.dirname(path)
        while above and above not in kustomized:
            above = os.path.dirname(above)
        part = above in kustomized and path not in applied and names and all(images(d) is False for d in names)
        fragment = path in patches or any(holds_directive(d) for d in names) or part
        if fragment:
            problems.append(f'{finding["rule"]} on a fragment: {path}')

    graph = run(purlin, 'graph', top, '--root', top, '-f', 'json', '--no-config')
    objects = {r['id']: r for resources in graph['resources'].values() for r in resources if 'api_version' in r}
    applied_to, of = clusters(top, by_file), collections.defaultdict(list)
    for path, read in by_file.items():
        for document in filter(is_object, read):
            if isinstance(document.get('metadata'), dict):
                of[document['kind'], str(document['metadata'].get('name'))].append(applied_to[path])
    edges, across, astray = 0, [], []
    for resource in objects.values():
        for reference in resource['references']:
            other = objects.get(reference['id'])
            if other:
                edges += 1
                edge = f'{resource["id"]} -> {other["id"]}'
                if other['root'] != resource['root']:
                    across.append(edge)
                ends = [of[r['kind'].split('.')[0], r['name']] for r in (resource, other)]
                if all(map(all, ends)) and all(ends) and not any(a & b for a in ends[0] for b in ends[1]):
                    astray.append(edge)
    problems.extend(f'leaves its cluster: {edge}' for edge in astray)
    problems.extend(f'leaves its scope: {edge}' for edge in across)
    scopes = collections.Counter(r['root'] for r in objects.values())
    print(f'{os.path.basename(os.path.normpath(top)):48} {found:5} documents = {summary["objects"]:5} objects + '
          f'{sum(summary["documents_skipped"].values()):4} skipped  {len(scopes):4} scopes  {edges:5} edges, '
          f'{len(across)} across  {judged:5} findings  {"; ".join(problems) or "ok"}')
    return not problems


def main():
    purlin, tops = sys.argv[1], sys.argv[2:]
    return 0 if all([examine(purlin, top) for top in tops]) else 1


if __name__ == '__main__':
    sys.exit(main())
