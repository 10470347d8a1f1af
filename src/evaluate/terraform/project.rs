//! All modules of a run: which directories hold one, which of them are roots, where calls lead.

use super::module::{Module, argument};
use super::module_source::{self, ModuleSources, join, normalised};
use super::terragrunt::Unit;
use crate::parse::hcl;
use crate::parse::hcl::ast::{Block, ExprKind, HclFile};
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All modules of a run.
#[derive(Debug, Default)]
pub(super) struct Project {
    modules: BTreeMap<Arc<str>, Module>,
    /// By root directory: where `terraform init` put the module behind each call path.
    installed: BTreeMap<Arc<str>, BTreeMap<String, Arc<str>>>,
    /// Directories whose modules Terragrunt evaluates.
    of_units: BTreeSet<Arc<str>>,
    /// Directories that the user maps sources to.
    mapped: ModuleSources,
    nothing: Module,
    /// Root modules, ordered.
    pub(super) roots: Vec<Arc<str>>,
    /// Directories of the run that are judged where others call them.
    pub(super) called: BTreeSet<Arc<str>>,
    /// What went wrong while reading and parsing.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Why a call cannot be followed, in words for the summary.
pub(super) type NotFollowed = Arc<str>;

impl Project {
    /// Reads the modules that the given files belong to, and all that they call.
    pub(super) fn load(
        sources: &Sources,
        files: &[FileId],
        mapped: &ModuleSources,
        units: &[Unit],
    ) -> Project {
        let followed = units.iter().filter_map(|unit| unit.module.as_ref().ok());
        let mut project =
            Project { mapped: mapped.clone(), of_units: followed.cloned().collect(), ..Project::default() };
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
        project.read(sources, pending);
        project.roots = project.find_roots(&given);
        // What Terragrunt copies over a module from elsewhere is no root of its own.
        let is_unit = |root: &Arc<str>| units.iter().any(|unit| unit.dir == *root && unit.module.is_ok());
        let (roots, of_units) = (&project.roots, &project.of_units);
        let is_called = |dir: &Arc<str>| !roots.contains(dir) && !of_units.contains(dir) && !is_unit(dir);
        project.called = given.into_iter().filter(is_called).collect();
        project.roots.retain(|root| !is_unit(root));
        project.diagnostics.extend(project.mapped_to_nothing());
        project
    }

    /// Reads the files of directories, and those of all that they call.
    fn read(&mut self, sources: &Sources, mut pending: BTreeMap<Arc<str>, Vec<FileId>>) {
        while !pending.is_empty() {
            let parsed: Vec<(Module, Vec<Diagnostic>)> = std::mem::take(&mut pending)
                .into_par_iter()
                .map(|(dir, files)| parse(sources, dir, files))
                .collect();
            for (module, diagnostics) in parsed {
                self.diagnostics.extend(diagnostics);
                self.modules.insert(module.dir.clone(), module);
            }
            for dir in self.wanted() {
                if !self.modules.contains_key(&dir) {
                    pending.insert(dir.clone(), module_files(sources, &dir));
                }
            }
        }
    }

    /// Whether the module in a directory is the one that is looked for; if no file of the run lies there, it is
    /// read first, and kept if it is the one.
    pub(super) fn adopt(
        &mut self,
        sources: &Sources,
        dir: &Arc<str>,
        is_it: impl FnOnce(&Module) -> bool,
    ) -> bool {
        if let Some(module) = self.modules.get(dir) {
            return is_it(module);
        }
        let files = module_files(sources, dir);
        let adopted = !files.is_empty() && is_it(&parse(sources, dir.clone(), files.clone()).0);
        if adopted {
            self.read_installed(sources, dir);
            self.read(sources, BTreeMap::from([(dir.clone(), files)]));
        }
        adopted
    }

    /// The directory that a call in `dir` leads to, as far as its source alone tells.
    fn target(&self, dir: &str, block: &Block) -> Option<Arc<str>> {
        let source = source_text(block)?;
        module_source::local(dir, source).or_else(|| self.mapped.directory(source))
    }

    /// Sources that the user maps to a directory without a module.
    fn mapped_to_nothing(&self) -> Vec<Diagnostic> {
        let calls = self.modules.values().flat_map(|module| module.calls.values());
        let empty = calls.filter_map(|block| {
            let source = source_text(block)?;
            let dir = self.mapped.directory(source)?;
            let missing = self.modules.get(&dir).is_none_or(Module::is_empty);
            missing.then_some((dir, source, block))
        });
        let found: BTreeMap<_, _> = empty.map(|(dir, source, block)| ((dir, source), block.header)).collect();
        let warning = |((dir, source), header): ((Arc<str>, &Arc<str>), _)| {
            let message = format!(
                "`module_sources` maps {source} to {dir}, which holds no Terraform files, or may not be read"
            );
            Diagnostic::at(Level::Warning, "module-source", header, message)
        };
        found.into_iter().map(warning).collect()
    }

    /// Directories that calls lead to.
    fn wanted(&self) -> BTreeSet<Arc<str>> {
        let local = self
            .modules
            .values()
            .flat_map(|module| module.calls.values().filter_map(|block| self.target(&module.dir, block)));
        let local = local.chain(self.of_units.iter().cloned());
        local.chain(self.installed.values().flat_map(|calls| calls.values().cloned())).collect()
    }

    /// A root is a directory that no other one calls; where directories only call each other in a circle, all are.
    fn find_roots(&self, given: &BTreeSet<Arc<str>>) -> Vec<Arc<str>> {
        let called: BTreeSet<Arc<str>> = self
            .modules
            .values()
            .flat_map(|module| self.calls_of(module))
            .chain(self.of_units.iter().cloned())
            .collect();
        let (called, mut roots): (Vec<_>, Vec<_>) =
            given.iter().cloned().partition(|dir| called.contains(dir));
        let mut reached: BTreeSet<Arc<str>> =
            roots.iter().chain(&self.of_units).flat_map(|root| self.reachable(root)).collect();
        for dir in called {
            if !reached.contains(&dir) {
                reached.extend(self.reachable(&dir));
                roots.push(dir);
            }
        }
        roots.sort();
        roots
    }

    /// The directories that a module calls, but for its own.
    fn calls_of<'m>(&'m self, module: &'m Module) -> impl Iterator<Item = Arc<str>> {
        let targets = module.calls.values().filter_map(|block| self.target(&module.dir, block));
        targets.filter(|target| *target != module.dir)
    }

    /// Those of `dirs` that none of the others calls; where they only call each other in a circle, the first.
    pub(super) fn outermost(&self, dirs: &BTreeSet<Arc<str>>) -> Vec<Arc<str>> {
        let modules = dirs.iter().filter_map(|dir| self.modules.get(dir));
        let called: BTreeSet<Arc<str>> = modules.flat_map(|module| self.calls_of(module)).collect();
        let outermost: Vec<Arc<str>> = dirs.difference(&called).cloned().collect();
        if outermost.is_empty() { dirs.first().cloned().into_iter().collect() } else { outermost }
    }

    /// Directories that a module calls, directly or not, itself included.
    pub(super) fn reachable(&self, dir: &Arc<str>) -> BTreeSet<Arc<str>> {
        let mut reached = BTreeSet::new();
        let mut pending = vec![dir.clone()];
        while let Some(dir) = pending.pop() {
            let Some(module) = self.modules.get(&dir).filter(|_| !reached.contains(&dir)) else { continue };
            let targets = module.calls.values().filter_map(|block| self.target(&dir, block));
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
        if let Some(dir) = self.target(&caller.dir, block) {
            let found = self.modules.get(&dir).filter(|module| !module.is_empty());
            return found.ok_or_else(|| match dir.starts_with("..") {
                true => format!("{source} leads out of the directories that may be read").into(),
                false => format!("{dir} holds no Terraform files, or may not be read").into(),
            });
        }
        // `modules.json` names calls without the word "module": "a.b".
        let key = path.split('.').skip(1).step_by(2).collect::<Vec<_>>().join(".");
        let dir = self.installed.get(root).and_then(|calls| calls.get(&key));
        let found = dir.and_then(|dir| self.modules.get(dir)).filter(|module| !module.is_empty());
        found.ok_or_else(|| {
            "its source is remote; run `terraform init` first, or map it with `module_sources`".into()
        })
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
        let calls = calls.map(|module| {
            // Written on Windows by old versions.
            let relative = module.dir.replace('\\', "/");
            (module.key, normalised(&join(dir, &relative)))
        });
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
