//! Files handed in one by one, as a hook does: they are the changed set. The repository around them is loaded,
//! because a module's caller, a variable's value or the policy that selects a pod may be anywhere in it; what is
//! reported is what touches them.

use crate::evaluate::terraform::EvaluatedModule;
use crate::finding::{Finding, Location};
use crate::source::{Diagnostic, Discovery, FileId, Sources, Span};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What was handed in, as paths relative to the top.
#[derive(Debug)]
pub(super) struct Handed {
    /// The files that are linted: handed in themselves, or below a directory that was.
    files: BTreeSet<String>,
    /// The directories they lie in: the root modules that concern them.
    directories: BTreeSet<String>,
    /// The directories that were handed in.
    whole: Vec<String>,
}

/// Whether the paths name files. With standard input among them there is nothing around to load: it can be read
/// only once.
pub(super) fn names_files(paths: &[PathBuf]) -> bool {
    paths.iter().any(|path| path.is_file()) && !paths.iter().any(|path| path.as_os_str() == "-")
}

impl Handed {
    /// Of paths and what was found there.
    pub(super) fn new(paths: &[PathBuf], discovery: &Discovery) -> Handed {
        let sources = &discovery.sources;
        let path_of = |id: &FileId| sources.file(*id).path.to_string();
        let files: BTreeSet<String> = discovery.files.iter().map(path_of).collect();
        let directories = files.iter().map(|file| parent(file).to_owned()).collect();
        let whole =
            paths.iter().filter(|path| path.is_dir()).filter_map(|path| sources.relative(path)).collect();
        Handed { files, directories, whole }
    }

    /// The roots that plans among the files are plans of: all that these hold is concerned.
    pub(super) fn planned<'m>(
        &self,
        modules: impl Iterator<Item = &'m EvaluatedModule>,
    ) -> BTreeSet<&'m str> {
        let handed_in =
            |module: &&EvaluatedModule| module.plan.as_ref().is_some_and(|plan| self.files.contains(&**plan));
        modules.filter(handed_in).map(|module| &*module.root).collect()
    }

    /// The paths to load: the repository around the files, or where there is none the directories they lie in.
    pub(super) fn surroundings(&self, paths: &[PathBuf], sources: &Sources, rooted: bool) -> Vec<PathBuf> {
        let mut load: Vec<PathBuf> = if rooted || sources.top().join(".git").exists() {
            vec![sources.top().to_path_buf()]
        } else {
            self.directories.iter().map(|directory| sources.top().join(directory)).collect()
        };
        load.extend(paths.iter().cloned());
        load
    }

    /// Whether a finding concerns what was handed in: its primary location, a link of its chain, or its
    /// root; `planned` are the roots of plans that were handed in.
    pub(super) fn concerns(&self, finding: &Finding, planned: &BTreeSet<&str>) -> bool {
        let touches = |location: &Location| self.files.contains(&location.file);
        touches(&finding.location)
            || finding.chain.iter().any(|link| touches(&link.location))
            || self.within_whole(&finding.resource.root)
            || planned.contains(finding.resource.root.as_str())
    }

    /// Whether a diagnostic does: it has no place, or one in the directory of a file handed in.
    pub(super) fn concerns_diagnostic(&self, diagnostic: &Diagnostic, sources: &Sources) -> bool {
        match (diagnostic.span, &diagnostic.path) {
            (Some(span), _) => self.concerns_span(span, sources),
            (None, Some(path)) => self.concerns_path(path),
            (None, None) => true,
        }
    }

    /// Whether a place lies in the directory of a file handed in.
    pub(super) fn concerns_span(&self, span: Span, sources: &Sources) -> bool {
        self.concerns_path(&sources.file(span.file).path)
    }

    fn concerns_path(&self, path: &str) -> bool {
        self.files.contains(path)
            || self.directories.contains(parent(path))
            || self.within_whole(parent(path))
    }

    fn within_whole(&self, directory: &str) -> bool {
        let below = |whole: &String| {
            whole == "."
                || directory == whole
                || directory.strip_prefix(whole.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        self.whole.iter().any(below)
    }
}

/// The directory of a path, `.` for the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or(".", |(directory, _)| directory)
}
