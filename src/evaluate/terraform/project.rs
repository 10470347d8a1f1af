//! All modules of a run: which directories hold one, which of them are roots, where calls lead.

use super::module::{Module, argument};
use crate::parse::hcl;
use crate::parse::hcl::ast::{Block, ExprKind, HclFile};
use crate::source::{Diagnostic, FileId, FileKind, Sources};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All modules of a run.
#[derive(Debug, Default)]
pub(super) struct Project {
    modules: BTreeMap<Arc<str>, Module>,
    /// By root directory: where `terraform init` put the module behind each call path.
    installed: BTreeMap<Arc<str>, BTreeMap<String, Arc<str>>>,
    nothing: Module,
    /// Root modules, ordered.
    pub(super) roots: Vec<Arc<str>>,
    /// What went wrong while reading and parsing.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Why a call cannot be followed, in words for the summary.
pub(super) type NotFollowed = Arc<str>;

impl Project {
    /// Reads the modules that the given files belong to, and all that they call.
    pub(super) fn load(sources: &Sources, files: &[FileId]) -> Project {
        let mut project = Project::default();
        let mut pending = BTreeMap::<Arc<str>, Vec<FileId>>::new();
        for id in files {
            let file = sources.file(*id);
            if matches!(file.kind, FileKind::Terraform | FileKind::TerraformJson) {
                pending.entry(directory(&file.path)).or_default().push(*id);
            }
        }
        let given: BTreeSet<Arc<str>> = pending.keys().cloned().collect();
        for dir in &given {
            project.read_installed(sources, dir);
        }
        while !pending.is_empty() {
            let parsed: Vec<(Module, Vec<Diagnostic>)> = std::mem::take(&mut pending)
                .into_par_iter()
                .map(|(dir, files)| parse(sources, dir, files))
                .collect();
            for (module, diagnostics) in parsed {
                project.diagnostics.extend(diagnostics);
                project.modules.insert(module.dir.clone(), module);
            }
            for dir in project.wanted() {
                if !project.modules.contains_key(&dir) {
                    pending.insert(dir.clone(), module_files(sources, &dir));
                }
            }
        }
        project.roots = project.find_roots(given);
        project
    }

    /// Directories that calls lead to.
    fn wanted(&self) -> BTreeSet<Arc<str>> {
        let local = self.modules.values().flat_map(|module| {
            module.calls.values().filter_map(|block| local_source(&module.dir, source_text(block)?))
        });
        local.chain(self.installed.values().flat_map(|calls| calls.values().cloned())).collect()
    }

    /// A root is a directory that no other one calls; where directories only call each other in a circle, all are.
    fn find_roots(&self, given: BTreeSet<Arc<str>>) -> Vec<Arc<str>> {
        let mut called = BTreeSet::new();
        for module in self.modules.values() {
            for block in module.calls.values() {
                let target = source_text(block).and_then(|source| local_source(&module.dir, source));
                called.extend(target.filter(|target| *target != module.dir));
            }
        }
        let (called, mut roots): (Vec<_>, Vec<_>) = given.into_iter().partition(|dir| called.contains(dir));
        let mut reached: BTreeSet<Arc<str>> = roots.iter().flat_map(|root| self.reachable(root)).collect();
        for dir in called {
            if !reached.contains(&dir) {
                reached.extend(self.reachable(&dir));
                roots.push(dir);
            }
        }
        roots.sort();
        roots
    }

    /// Directories that a module calls, directly or not, itself included.
    fn reachable(&self, dir: &Arc<str>) -> BTreeSet<Arc<str>> {
        let mut reached = BTreeSet::new();
        let mut pending = vec![dir.clone()];
        while let Some(dir) = pending.pop() {
            let Some(module) = self.modules.get(&dir).filter(|_| !reached.contains(&dir)) else { continue };
            let targets = module.calls.values().filter_map(|block| local_source(&dir, source_text(block)?));
            pending.extend(targets);
            reached.insert(dir);
        }
        reached
    }

    /// A module that declares nothing: what texts that see no declarations are evaluated in.
    pub(super) fn nothing(&self) -> &Module {
        &self.nothing
    }

    /// The module in a directory.
    pub(super) fn module(&self, dir: &str) -> Option<&Module> {
        self.modules.get(dir)
    }

    /// The module a call leads to, or why it cannot be followed.
    pub(super) fn called(
        &self,
        root: &str,
        caller: &Module,
        path: &str,
        block: &Block,
    ) -> Result<&Module, NotFollowed> {
        let Some(source) = source_text(block) else {
            return Err("its source is not a literal string".into());
        };
        if let Some(dir) = local_source(&caller.dir, source) {
            let found = self.modules.get(&dir).filter(|module| !module.is_empty());
            return found.ok_or_else(|| format!("{dir} holds no Terraform files, or may not be read").into());
        }
        if source.starts_with("./") || source.starts_with("../") {
            return Err(format!("{source} leads out of the directories that may be read").into());
        }
        // `modules.json` names calls without the word "module": "a.b".
        let key = path.split('.').skip(1).step_by(2).collect::<Vec<_>>().join(".");
        let dir = self.installed.get(root).and_then(|calls| calls.get(&key));
        let found = dir.and_then(|dir| self.modules.get(dir)).filter(|module| !module.is_empty());
        found.ok_or_else(|| "its source is remote; run `terraform init` first to have it linted too".into())
    }

    /// Reads `.terraform/modules/modules.json` of a root, which `terraform init` writes.
    fn read_installed(&mut self, sources: &Sources, dir: &Arc<str>) {
        #[derive(serde::Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Manifest {
            modules: Vec<Installed>,
        }
        #[derive(serde::Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Installed {
            key: String,
            dir: String,
        }
        let path = join(dir, ".terraform/modules/modules.json");
        let Ok(id) = sources.load(&path) else { return };
        let file = sources.file(id);
        let Ok(manifest) = serde_json::from_str::<Manifest>(&file.text) else { return };
        let calls = manifest.modules.into_iter().filter(|module| !module.key.is_empty());
        let calls = calls.filter_map(|module| Some((module.key, normalise(&join(dir, &module.dir))?)));
        self.installed.insert(dir.clone(), calls.collect());
    }
}

/// The text of a call's `source`.
pub(super) fn source_text(block: &Block) -> Option<&Arc<str>> {
    match &argument(block, "source")?.kind {
        ExprKind::String(source) => Some(source),
        _ => None,
    }
}

/// The directory a relative source leads to; none for other sources, and for those that lead out of the top.
fn local_source(dir: &str, source: &str) -> Option<Arc<str>> {
    let relative = source.starts_with("./") || source.starts_with("../") || source == "." || source == "..";
    if relative { normalise(&join(dir, source)) } else { None }
}

fn join(dir: &str, path: &str) -> String {
    if dir == "." { path.to_owned() } else { format!("{dir}/{path}") }
}

/// A path without `.` and `..`; none where it leads out of the top.
fn normalise(path: &str) -> Option<Arc<str>> {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            segment => segments.push(segment),
        }
    }
    Some(if segments.is_empty() { ".".into() } else { segments.join("/").into() })
}

fn directory(path: &str) -> Arc<str> {
    path.rsplit_once('/').map_or(".", |(dir, _)| dir).into()
}

/// The Terraform files of a directory; none where it cannot be read.
fn module_files(sources: &Sources, dir: &str) -> Vec<FileId> {
    let names = sources.list(dir).into_iter().filter(|entry| !entry.is_dir).map(|entry| entry.name);
    let ours = names.filter(|name| {
        !name.starts_with('.')
            && matches!(FileKind::of_name(name), Some(FileKind::Terraform | FileKind::TerraformJson))
    });
    ours.filter_map(|name| sources.load(&join(dir, &name)).ok()).collect()
}

fn parse(sources: &Sources, dir: Arc<str>, files: Vec<FileId>) -> (Module, Vec<Diagnostic>) {
    let mut named: Vec<(Arc<str>, FileId)> =
        files.into_iter().map(|id| (sources.file(id).path.clone(), id)).collect();
    named.sort();
    named.dedup();
    let stems: BTreeSet<String> = named.iter().filter_map(|(path, _)| tofu_stem(path)).collect();
    // OpenTofu reads x.tofu in place of x.tf.
    named.retain(|(path, _)| path.strip_suffix(".tf").is_none_or(|stem| !stems.contains(stem)));
    let foreign = named.iter().any(|(_, id)| sources.file(*id).foreign);
    let parsed: Vec<((HclFile, bool), Vec<Diagnostic>)> = named
        .into_par_iter()
        .map(|(path, id)| {
            let (file, diagnostics) = hcl::parse(sources, id);
            ((file, is_override(&path)), diagnostics)
        })
        .collect();
    let (files, diagnostics): (Vec<_>, Vec<_>) = parsed.into_iter().unzip();
    (Module::assemble(dir, foreign, files), diagnostics.into_iter().flatten().collect())
}

fn tofu_stem(path: &str) -> Option<String> {
    path.strip_suffix(".tofu").map(str::to_owned)
}

fn is_override(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    stem == "override" || stem.ends_with("_override")
}
