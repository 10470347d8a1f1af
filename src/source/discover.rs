//! Finding the files to lint below the paths that were given, and telling which of them are ours.

use super::kind::{self, NameSays, Shown};
use super::paths::{relative, top};
use super::store::{MAX_FILE_SIZE, MAX_PLAN_SIZE, decode};
use super::template;
use super::{Diagnostic, FileId, FileKind, Level, ReadError, Sources};
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Hidden directories that hold infrastructure in practice; the others are not looked into.
const HIDDEN_BUT_READ: [&str; 7] =
    [".argocd", ".deploy", ".github", ".infra", ".k8s", ".kubernetes", ".tekton"];

/// Bytes at the front of a file too large to read that say whether it is ours.
const SAMPLE: u64 = 65_536;

/// Why a file of git-crypt is skipped.
const ENCRYPTED: &str = "encrypted by git-crypt and not unlocked";

/// The name standard input is reported under.
const STANDARD_INPUT: &str = "<stdin>";

/// What bounds discovery.
#[derive(Clone, Debug, Default)]
pub struct DiscoverOptions {
    /// The directory printed paths are relative to; else the repository's top, else the first path.
    pub root: Option<PathBuf>,
    /// Globs as in a `.gitignore` at the top. They hold for paths given one by one as well.
    pub exclude: Vec<String>,
    /// Directories beyond the top that modules and functions may read.
    pub allow_read: Vec<PathBuf>,
    /// Directories below which is not looked for others, unless these are among the paths.
    pub shallow: Vec<PathBuf>,
}

/// How much may be found.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// Files whose names say that they may be ours.
    pub files: usize,
    /// Bytes that have to be read of these.
    pub bytes: u64,
}

impl Bound {
    /// What is left of it after a file. Of one too large to be read only the front is looked at.
    fn less(self, entry: &DirEntry) -> Option<Bound> {
        let size = entry.metadata().map_or(0, |metadata| metadata.len());
        let read = if size > MAX_FILE_SIZE { SAMPLE } else { size };
        Some(Bound { files: self.files.checked_sub(1)?, bytes: self.bytes.checked_sub(read)? })
    }
}

/// What was found. `found` = `files` + `not_ours` + `skipped`.
#[derive(Debug)]
pub struct Discovery {
    /// The files' texts.
    pub sources: Sources,
    /// Files to lint, ordered by path.
    pub files: Vec<FileId>,
    /// Files and links seen. What is hidden or named by a `.gitignore` is not looked at.
    pub found: usize,
    /// Files of other tools.
    pub not_ours: usize,
    /// What was left out, each as reason and path, ordered by path.
    pub skipped: Vec<(String, String)>,
    /// Paths that do not exist, files that cannot be read or are too large, globs that are none.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that was seen.
struct Candidate {
    full: PathBuf,
    is_link: bool,
}

/// What a candidate turned out to be.
enum Outcome {
    Ours(FileKind, Arc<str>, Option<usize>),
    Other,
    Skipped(String),
    Failed(ReadError),
}

/// Finds the files below `paths` (directories, files, `-` for standard input).
pub fn discover(paths: &[PathBuf], options: &DiscoverOptions) -> Discovery {
    let mut walk = Walk::start(paths, options);
    for path in paths {
        if path.as_os_str() == "-" {
            walk.read_standard_input();
        }
    }
    walk.collect(None);
    walk.finish()
}

/// The same of files and directories that hold no more than `bound`; of others nothing is read. Files that are not ours
/// by their names are left out.
pub fn discover_within(paths: &[PathBuf], options: &DiscoverOptions, bound: Bound) -> Option<Discovery> {
    let mut walk = Walk::start(paths, options);
    walk.collect(Some(bound)).then(|| walk.finish())
}

struct Walk {
    top: PathBuf,
    sources: Sources,
    starts: Vec<PathBuf>,
    shallow: BTreeSet<PathBuf>,
    exclude: Gitignore,
    candidates: BTreeMap<String, Candidate>,
    skipped: Vec<(String, String)>,
    diagnostics: Vec<Diagnostic>,
    files: Vec<FileId>,
}

impl Walk {
    fn start(paths: &[PathBuf], options: &DiscoverOptions) -> Walk {
        let mut diagnostics = Vec::new();
        let mut starts: Vec<PathBuf> = Vec::new();
        for path in paths.iter().filter(|path| path.as_os_str() != "-") {
            match path.canonicalize() {
                Ok(real) => starts.push(real),
                Err(error) => diagnostics.push(unreachable_path(path, &error)),
            }
        }
        if let Some(root) = &options.root
            && let Err(error) = root.canonicalize()
        {
            diagnostics.push(unreachable_path(root, &error));
        }
        let top = top(&starts, options.root.as_deref());
        // What was named may be read.
        let allowed: Vec<PathBuf> = options.allow_read.iter().chain(&starts).cloned().collect();
        let exclude = excluded(&options.exclude, &mut diagnostics);
        let sources = Sources::with_allowed(&top, &allowed);
        let shallow = options.shallow.iter().filter_map(|dir| dir.canonicalize().ok()).collect();
        let (candidates, skipped, files) = (BTreeMap::new(), Vec::new(), Vec::new());
        Walk { top, sources, starts, shallow, exclude, candidates, skipped, diagnostics, files }
    }

    fn read_standard_input(&mut self) {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(MAX_PLAN_SIZE + 1).read_to_end(&mut bytes);
        if let Err(error) = read {
            let message = format!("standard input cannot be read: {error}");
            self.diagnostics.push(Diagnostic::on_path(Level::Error, "unreadable", STANDARD_INPUT, message));
            return;
        }
        let size = bytes.len() as u64;
        let (text, invalid) = decode(bytes);
        let kind = kind::of_text(&text);
        let limit = if kind == FileKind::Plan { MAX_PLAN_SIZE } else { MAX_FILE_SIZE };
        if size > limit {
            let message = format!("standard input is longer than {limit} bytes");
            self.diagnostics.push(Diagnostic::on_path(Level::Error, "too-large", STANDARD_INPUT, message));
            return;
        }
        let (id, new) = self.sources.admit(STANDARD_INPUT, kind, text, invalid);
        if new {
            self.files.push(id);
            self.diagnostics.extend(self.sources.encoding_error(id));
        }
    }

    /// Walks all starting points. Whether they hold no more than the bound; the walk ends where they do.
    fn collect(&mut self, mut bound: Option<Bound>) -> bool {
        let pruned: Arc<Mutex<Vec<String>>> = Arc::default();
        let Some(walker) = self.walker(Arc::clone(&pruned)) else { return true };
        for entry in walker.build() {
            match entry {
                Ok(entry) if self.take(&entry, &mut bound) => {}
                Ok(_) => return false,
                Err(error) => {
                    let diagnostic = self.walk_error(&error);
                    self.diagnostics.push(diagnostic);
                }
            }
        }
        let pruned = std::mem::take(&mut *pruned.lock().unwrap_or_else(PoisonError::into_inner));
        self.skipped.extend(pruned.into_iter().map(|path| ("excluded".to_owned(), path)));
        true
    }

    /// Walks what is not hidden, ignored or excluded; directories that are excluded are added to `pruned`.
    fn walker(&self, pruned: Arc<Mutex<Vec<String>>>) -> Option<WalkBuilder> {
        let (first, others) = self.starts.split_first()?;
        let mut builder = WalkBuilder::new(first);
        for other in others {
            builder.add(other);
        }
        let (exclude, top, shallow) = (self.exclude.clone(), self.top.clone(), self.shallow.clone());
        builder
            .standard_filters(false)
            .git_ignore(true)
            .require_git(false)
            .parents(self.top.join(".git").exists())
            .filter_entry(move |entry| {
                let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
                if is_hidden(entry, is_dir) {
                    return false;
                }
                if !is_dir || entry.depth() == 0 {
                    return true;
                }
                if entry.path().parent().is_some_and(|parent| shallow.contains(parent)) {
                    return false;
                }
                if exclude.is_empty() {
                    return true;
                }
                let path = relative(&top, entry.path());
                let left_out = exclude.matched(&path, true).is_ignore();
                if left_out {
                    pruned.lock().unwrap_or_else(PoisonError::into_inner).push(path);
                }
                !left_out
            });
        Some(builder)
    }

    /// Keeps a file to look at, and takes it off what may be found yet. Whether there was room for it.
    fn take(&mut self, entry: &DirEntry, bound: &mut Option<Bound>) -> bool {
        if entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return true;
        }
        let path = relative(&self.top, entry.path());
        let is_excluded = || self.exclude.matched_path_or_any_parents(without_dots(&path), false).is_ignore();
        if !self.exclude.is_empty() && is_excluded() {
            self.skipped.push(("excluded".to_owned(), path));
            return true;
        }
        if let Some(left) = bound {
            if kind::of_name(&path) == NameSays::Other || self.candidates.contains_key(&path) {
                return true;
            }
            match left.less(entry) {
                Some(less) => *left = less,
                None => return false,
            }
        }
        let candidate = Candidate { full: entry.path().to_owned(), is_link: entry.path_is_symlink() };
        self.candidates.insert(path, candidate);
        true
    }

    fn walk_error(&self, error: &ignore::Error) -> Diagnostic {
        let path = place_of(error).map_or_else(|| ".".to_owned(), |path| relative(&self.top, path));
        let reason = error.io_error().map_or_else(|| error.to_string(), innermost);
        let diagnostic =
            Diagnostic::on_path(Level::Error, "unreadable", path, format!("cannot be read: {reason}"));
        diagnostic.with_help("what it holds was not linted; give permission, or leave it out with --exclude")
    }

    /// Reads the candidates and sums up.
    fn finish(mut self) -> Discovery {
        let candidates: Vec<(String, Candidate)> = std::mem::take(&mut self.candidates).into_iter().collect();
        let outcomes: Vec<Outcome> =
            candidates.par_iter().map(|(path, candidate)| self.outcome(path, candidate)).collect();
        let found = candidates.len() + self.skipped.len() + self.files.len();
        let mut not_ours = 0;
        for ((path, _), outcome) in candidates.into_iter().zip(outcomes) {
            match outcome {
                Outcome::Ours(kind, text, invalid) => {
                    let (id, _) = self.sources.admit(&path, kind, text, invalid);
                    self.diagnostics.extend(self.sources.encoding_error(id));
                    self.files.push(id);
                }
                Outcome::Other => not_ours += 1,
                Outcome::Skipped(reason) => self.skipped.push((reason, path)),
                Outcome::Failed(error) => {
                    self.diagnostics.push(read_failure(&path, &error));
                    self.skipped.push(("cannot be read".to_owned(), path));
                }
            }
        }
        self.skipped.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
        let Walk { sources, files, skipped, diagnostics, .. } = self;
        Discovery { sources, files, found, not_ours, skipped, diagnostics }
    }

    fn outcome(&self, path: &str, candidate: &Candidate) -> Outcome {
        let says = kind::of_name(path);
        let mut real = &candidate.full;
        let target;
        if candidate.is_link {
            match self.follow(candidate, says) {
                Ok(followed) => target = followed,
                Err(outcome) => return outcome,
            }
            real = &target;
        }
        match says {
            NameSays::Other => Outcome::Other,
            NameSays::Beside(what) => Outcome::Skipped(what.to_owned()),
            NameSays::Ours(kind) => match self.sources.read(path, real) {
                Ok((text, _)) if kind::is_encrypted(&text) => {
                    self.sources.release(text.len());
                    Outcome::Skipped(ENCRYPTED.to_owned())
                }
                Ok((text, _)) if is_template(kind, &text) => {
                    self.sources.release(text.len());
                    Outcome::Skipped("a template that has to be rendered first".to_owned())
                }
                Ok((text, invalid)) => Outcome::Ours(kind, text, invalid),
                Err(error) => Outcome::Failed(error),
            },
            NameSays::IfObjects(kind) => self.objects(path, real, kind),
        }
    }

    /// The file a link leads to, if it is to be linted at the link's own place.
    fn follow(&self, candidate: &Candidate, says: NameSays) -> Result<PathBuf, Outcome> {
        let skip = |reason: &str| Err(Outcome::Skipped(reason.to_owned()));
        let Ok(target) = candidate.full.canonicalize() else { return skip("a link that leads nowhere") };
        if !self.sources.is_allowed(&target) {
            return skip("a link out of the tree");
        }
        // A root module may share files by links. A linked directory is linted where it lies, and so is a
        // manifest: linting it twice would double its objects.
        let walked = self.starts.iter().any(|start| target.starts_with(start));
        match says {
            _ if target.is_dir() => skip("a link to a directory"),
            NameSays::IfObjects(_) if walked => skip("a link to a file that is linted where it lies"),
            _ => Ok(target),
        }
    }

    /// YAML and JSON are ours if they hold Kubernetes objects that nothing has to render first; JSON also if it
    /// shows a plan of Terraform's.
    fn objects(&self, path: &str, real: &Path, kind: FileKind) -> Outcome {
        let (text, invalid) = match self.sources.read(path, real) {
            Ok(read) => read,
            Err(error @ ReadError::TooLarge { .. }) => return self.large_objects(path, real, kind, error),
            Err(error) => return Outcome::Failed(error),
        };
        let shown = if kind == FileKind::ManifestJson { kind::shown_by_terraform(&text) } else { None };
        let outcome = if shown == Some(Shown::Plan) {
            return Outcome::Ours(FileKind::Plan, text, invalid);
        } else if shown == Some(Shown::State) {
            Outcome::Skipped("a Terraform state; a plan says what will be".to_owned())
        } else if kind::is_encrypted(&text) {
            Outcome::Skipped(ENCRYPTED.to_owned())
        } else if !holds_objects(kind, &text) {
            Outcome::Other
        } else if kind == FileKind::Manifest && self.is_chart_template(path) {
            Outcome::Skipped("a Helm chart's template".to_owned())
        } else if kind == FileKind::Manifest && template::is_template(&text) {
            Outcome::Skipped("a template that has to be rendered first".to_owned())
        } else {
            return Outcome::Ours(kind, text, invalid);
        };
        self.sources.release(text.len());
        outcome
    }

    /// A file beyond the budget: an error if its front shows that it is ours, unless it is a plan, which has a
    /// budget of its own.
    fn large_objects(&self, path: &str, real: &Path, kind: FileKind, error: ReadError) -> Outcome {
        let mut sample = Vec::new();
        #[expect(clippy::disallowed_methods, reason = "this is the layer that reads")]
        let read = std::fs::File::open(real).and_then(|file| file.take(SAMPLE).read_to_end(&mut sample));
        let (text, _) = decode(sample);
        let is_plan =
            || kind == FileKind::ManifestJson && kind::shown_by_terraform(&text) == Some(Shown::Plan);
        if read.is_ok() && is_plan() {
            match self.sources.read_up_to(MAX_PLAN_SIZE, path, real) {
                Ok((text, invalid)) => Outcome::Ours(FileKind::Plan, text, invalid),
                Err(error) => Outcome::Failed(error),
            }
        } else if read.is_ok() && holds_objects(kind, &text) {
            Outcome::Failed(error)
        } else {
            Outcome::Skipped(format!("larger than {MAX_FILE_SIZE} bytes"))
        }
    }

    /// Below `templates/` of a directory that holds a chart.
    fn is_chart_template(&self, path: &str) -> bool {
        let mut from = 0;
        while let Some(at) = path.get(from..).and_then(|rest| rest.find("templates/")).map(|at| from + at) {
            from = at + "templates/".len();
            let chart = path.get(..at).unwrap_or_default();
            let is_whole_name = chart.is_empty() || chart.ends_with('/');
            if is_whole_name && self.top.join(chart).join("Chart.yaml").is_file() {
                return true;
            }
        }
        false
    }
}

/// Whether something else has to make a file of the kind out of the text first.
fn is_template(kind: FileKind, text: &str) -> bool {
    match kind {
        FileKind::Terraform | FileKind::Variables | FileKind::Terragrunt => template::is_hcl_template(text),
        FileKind::Kustomization => template::is_template(text),
        _ => false,
    }
}

fn holds_objects(kind: FileKind, text: &str) -> bool {
    match kind {
        FileKind::ManifestJson => kind::holds_objects_json(text),
        _ => kind::holds_objects_yaml(text),
    }
}

fn unreachable_path(path: &Path, error: &std::io::Error) -> Diagnostic {
    let shown = path.to_string_lossy().into_owned();
    if error.kind() == std::io::ErrorKind::NotFound {
        let message = format!("`{shown}` does not exist");
        return Diagnostic::on_path(Level::Error, "missing-path", shown, message)
            .with_help("check the spelling; paths are relative to the present directory");
    }
    Diagnostic::on_path(Level::Error, "unreadable", shown, format!("cannot be read: {error}"))
}

fn read_failure(path: &str, error: &ReadError) -> Diagnostic {
    match error {
        ReadError::TooLarge { size, limit, .. } => {
            let message = format!("has {size} bytes, more than the {limit} that are read of one file");
            Diagnostic::on_path(Level::Error, "too-large", path, message)
                .with_help("split it, or leave it out with --exclude")
        }
        ReadError::Refused { reason, .. } => {
            Diagnostic::on_path(Level::Error, "unreadable", path, format!("cannot be read: {reason}"))
                .with_help("it was not linted; give permission, or leave it out with --exclude")
        }
        ReadError::Missing(_) | ReadError::Outside(_) => {
            Diagnostic::on_path(Level::Error, "unreadable", path, error.to_string())
        }
    }
}

fn excluded(globs: &[String], diagnostics: &mut Vec<Diagnostic>) -> Gitignore {
    let mut builder = GitignoreBuilder::new("");
    for glob in globs {
        if let Err(error) = builder.add_line(None, glob) {
            let message = format!("`{glob}` is not a pattern for paths: {error}");
            let diagnostic = Diagnostic::on_path(Level::Error, "bad-exclude", glob.as_str(), message);
            diagnostics.push(diagnostic.with_help("patterns are written as in a .gitignore file"));
        }
    }
    builder.build().unwrap_or_else(|error| {
        let message = format!("the patterns of what to leave out cannot be used together: {error}");
        diagnostics.push(Diagnostic {
            level: Level::Error,
            code: "bad-exclude",
            message,
            span: None,
            path: None,
            help: Some("nothing was left out; write fewer or simpler patterns".to_owned()),
        });
        Gitignore::empty()
    })
}

fn is_hidden(entry: &DirEntry, is_dir: bool) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_read = if is_dir { HIDDEN_BUT_READ.contains(&&*name) } else { name == kind::LOCK_FILE };
    entry.depth() > 0 && name.starts_with('.') && !is_read
}

/// Without leading `..`, so that globs match what lies beside the top as well.
fn without_dots(path: &str) -> &str {
    path.trim_start_matches("../")
}

/// The system's own words, without the absolute path that is wrapped around them.
pub(super) fn innermost(error: &std::io::Error) -> String {
    let causes = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source());
    causes.last().map_or_else(|| error.to_string(), ToString::to_string)
}

fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::Partial(errors) => errors.iter().find_map(place_of),
        _ => None,
    }
}
