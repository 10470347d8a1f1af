//! Files handed in one by one, as a hook does: they are the changed set. The repository around them is loaded,
//! because a module's caller, a variable's value or the policy that selects a pod may be anywhere in it; what is
//! reported is what touches them.

use crate::evaluate::terraform::EvaluatedModule;
use crate::finding::{Finding, Location};
use crate::source::{
    self, Bound, Diagnostic, DiscoverOptions, Discovery, FileId, Level, Sources, Span, directory,
};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What is read around them at most. The largest repositories seen have a sixth of these files and a quarter of these
/// bytes; reading all of it takes ten seconds and a gigabyte of memory.
const AROUND: Bound = Bound { files: 20_000, bytes: 100_000_000 };

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
        let directories = files.iter().map(|file| directory(file).to_owned()).collect();
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

    /// What was handed in with what is around it: the repository, or where there is none the directories of the files
    /// without those below. Nothing where that is too much; then, and where it is not all, a diagnostic says so.
    pub(super) fn surroundings(
        &self,
        paths: &[PathBuf],
        sources: &Sources,
        options: &DiscoverOptions,
    ) -> (Option<Discovery>, Option<Diagnostic>) {
        let with = |more: Vec<PathBuf>, shallow: Vec<PathBuf>| {
            let all: Vec<PathBuf> = more.into_iter().chain(paths.iter().cloned()).collect();
            let root = Some(sources.top().to_path_buf());
            source::discover_within(&all, &DiscoverOptions { root, shallow, ..options.clone() }, AROUND)
        };
        let top = sources.top().to_path_buf();
        let repository = options.root.is_some() || top.join(".git").exists();
        if repository && let Some(found) = with(vec![top.clone()], Vec::new()) {
            return (Some(found), None);
        }
        let beside = self.directories.iter().filter(|directory| !self.within_whole(directory));
        let beside: Vec<PathBuf> = beside.map(|directory| top.join(directory)).collect();
        match with(beside.clone(), beside) {
            Some(found) => (Some(found), repository.then(|| limited("only what lies beside them was read"))),
            None => (None, Some(limited("only they were read"))),
        }
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
            || self.directories.contains(directory(path))
            || self.within_whole(directory(path))
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

/// That not everything around the files was read, but what.
fn limited(read: &str) -> Diagnostic {
    let (files, megabytes) = (AROUND.files, AROUND.bytes / 1_000_000);
    let message = format!(
        "around the files that were named lie more than {files} files or {megabytes} MB that may be infrastructure: {read}, so \
         callers of modules and objects elsewhere are not taken into account"
    );
    let help = "name the part that belongs together with --root, or leave out the rest with --exclude";
    Diagnostic {
        level: Level::Warning,
        code: "surroundings-limit",
        message,
        span: None,
        path: None,
        help: Some(help.to_owned()),
    }
}
