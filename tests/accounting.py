#!/usr/bin/env python3
"""Counts the files of repositories independently of Purlin and compares.

usage: accounting.py PURLIN DIRECTORY...

For each directory: every file that a plain walk finds (hidden ones aside, lock files not) must be counted once by
`purlin check -f json`, as linted, not ours, or skipped with a reason; every Terraform file and every YAML or
JSON file that a YAML parser reads as a Kubernetes object must be linted or skipped with a reason. The run must
end with exit code 0, 1, 2 or 3 within two minutes, and give the same bytes with one thread and with four.
Needs Python 3.9+ and PyYAML; honours .gitignore only as far as there is none.
"""
import json
import os
import re
import subprocess
import sys

import yaml

TERRAFORM = re.compile(r'\.(tf|tofu|tfvars)(\.json)?$')
READ_THOUGH_HIDDEN = {'.argocd', '.deploy', '.github', '.infra', '.k8s', '.kubernetes', '.tekton'}


class Loader(yaml.SafeLoader):
    """Reads unknown tags as nothing, so that one of them does not hide the rest of a file."""


Loader.add_multi_constructor('', lambda loader, suffix, node: None)


def files(top):
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(f for f in folders if not f.startswith('.') or f in READ_THOUGH_HIDDEN)
        for name in sorted(names):
            if not name.startswith('.') or name == '.terraform.lock.hcl':
                yield os.path.relpath(os.path.join(folder, name), top)


def holds_object(path):
    try:
        with open(path, encoding='utf-8') as text:
            documents = list(yaml.load_all(text, Loader))
    except Exception:
        return False
    return any(isinstance(d, dict) and isinstance(d.get('apiVersion'), str) and isinstance(d.get('kind'), str)
               and not d['apiVersion'].startswith('kustomize.config.k8s.io/')
               for d in documents)


def run(purlin, top, threads):
    environment = dict(os.environ, RAYON_NUM_THREADS=str(threads))
    done = subprocess.run([purlin, 'check', top, '--root', top, '-f', 'json', '--no-config'],
                          capture_output=True, timeout=120, env=environment)
    return done.returncode, done.stdout, done.stderr


def main():
    purlin, tops = sys.argv[1], sys.argv[2:]
    bad = 0
    for top in tops:
        code, out, err = run(purlin, top, 4)
        report = json.loads(out)
        summary = report['summary']
        found = list(files(top))
        skipped = {f for group in summary['files_skipped'] for f in group['files']}
        wanted = [f for f in found if TERRAFORM.search(f)
                  or (f.endswith(('.yaml', '.yml', '.json')) and holds_object(os.path.join(top, f)))]
        broken = [d for d in report['diagnostics'] if d['level'] == 'error']
        problems = []
        if code not in (0, 1, 2, 3) or b'panicked' in err:
            problems.append(f'exit code {code}')
        if len(found) != summary['files_found']:
            problems.append(f'{len(found)} files here, {summary["files_found"]} found')
        if summary['files_linted'] + summary['files_not_ours'] + len(skipped) != summary['files_found']:
            problems.append('linted + not ours + skipped is not what was found')
        missing = len([f for f in wanted if f not in skipped]) - summary['files_linted']
        if missing > 0:
            problems.append(f'{missing} infrastructure files neither linted nor skipped')
        if run(purlin, top, 1)[1] != out:
            problems.append('one thread and four give different bytes')
        if (code == 2) != bool(broken):
            problems.append(f'exit code {code} with {len(broken)} errors')
        bad += bool(problems)
        print(f'{os.path.basename(top):48} exit {code}  {summary["files_found"]:5} found = {summary["files_linted"]:4} linted'
              f' + {summary["files_not_ours"]:4} not ours + {len(skipped):4} skipped  {"; ".join(problems) or "ok"}')
        for entry in broken:
            place = entry.get('location') or {'file': entry.get('path'), 'start': {'line': 0}}
            print(f'    {place["file"]}:{place["start"]["line"]} {entry["message"]}')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
