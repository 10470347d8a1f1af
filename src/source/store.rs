//! The files of one run, kept in memory once read, and the border they may be read from.

use super::{Diagnostic, FileId, Level, LineIndex, Position, Span};
use rustc_hash::FxHashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Bytes one file may have. The largest files that people write or commit by hand or generator (bundles of custom
/// resource definitions) have 5 MB; a tree takes about ten times its text in memory.
pub const MAX_FILE_SIZE: u64 = 10_000_000;

/// Bytes a plan may have: Terraform writes it, with every value several times over.
pub(super) const MAX_PLAN_SIZE: u64 = 64_000_000;

/// Bytes that all files of a run may have together.
const MAX_TOTAL_SIZE: u64 = 1_000_000_000;

/// What a file is to Purlin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// `.tf`, `.tofu`.
    Terraform,
    /// `.tf.json`, `.tofu.json`.
    TerraformJson,
    /// `.tfvars`.
    Variables,
    /// `.tfvars.json`.
    VariablesJson,
    /// `terragrunt.hcl`.
    Terragrunt,
    /// `kustomization.yaml`.
    Kustomization,
    /// YAML that holds Kubernetes objects.
    Manifest,
    /// JSON that holds Kubernetes objects.
    ManifestJson,
    /// What `terraform show -json` writes of a saved plan.
    Plan,
    /// Read for its content alone: `file()`, `templatefile()`, code frames.
    Text,
}

/// One file in memory.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the top, `/` between segments, no `./`; what reports print.
    pub path: Arc<str>,
    /// The whole text, a byte-order mark included. Invalid UTF-8 has been replaced.
    pub text: Arc<str>,
    /// What it is read as.
    pub kind: FileKind,
    /// Where its lines begin.
    pub lines: LineIndex,
    /// Fetched by a tool (`.terraform/modules`), or no file at all but the text of a flag: nobody edits it here, so
    /// findings point at what calls or uses it.
    pub foreign: bool,
    /// Position in `text` of the first replaced byte, where the file is not valid UTF-8.
    pub invalid_utf8: Option<usize>,
}

impl SourceFile {
    /// Whether a person can change it here: it is not kept by somebody else, and no text that only stands for one,
    /// such as the value of a flag.
    pub fn is_editable(&self) -> bool {
        !self.foreign && !self.is_made_up()
    }

    /// Whether git-crypt keeps it encrypted and it has not been unlocked here.
    pub fn is_locked(&self) -> bool {
        super::kind::is_encrypted(&self.text)
    }

    /// Whether it is no file, but a text that was given or made elsewhere; its path then names it in brackets.
    pub fn is_made_up(&self) -> bool {
        self.kind == FileKind::Text && self.path.starts_with('<')
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ReadError {
    /// The path leaves the top and every `--allow-read` directory: the configuration's mistake, or a missing flag.
    #[error("{0} lies outside the allowed directories")]
    Outside(String),
    /// No such file.
    #[error("{0} does not exist")]
    Missing(String),
    /// Larger than the budget for one file.
    #[error("{path} has {size} bytes; the limit is {limit}")]
    TooLarge {
        /// The path asked for.
        path: String,
        /// Its size in bytes.
        size: u64,
        /// The budget in bytes.
        limit: u64,
    },
    /// The operating system refused: permissions, a directory, a device.
    #[error("{path}: {reason}")]
    Refused {
        /// The path asked for.
        path: String,
        /// The system's words.
        reason: String,
    },
}

/// A name in a directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The name, without the directory.
    pub name: String,
    /// A directory, or a link to one.
    pub is_dir: bool,
}

/// All files of a run. Reading is shared between threads; a file is read once.
#[derive(Debug)]
pub struct Sources {
    top: PathBuf,
    /// Directories that may be read, links resolved; the top is the first.
    allowed: Vec<PathBuf>,
    files: RwLock<Vec<Arc<SourceFile>>>,
    by_path: RwLock<FxHashMap<Arc<str>, FileId>>,
    read: AtomicU64,
    diagnostics: Mutex<Vec<Diagnostic>>,
}

impl Sources {
    /// Sources below `top`, the directory that printed paths are relative to.
    pub fn new(top: impl Into<PathBuf>) -> Sources {
        Sources::with_allowed(top, &[])
    }

    /// The same, and what lies below `allowed` may be read too.
    pub fn with_allowed(top: impl Into<PathBuf>, allowed: &[PathBuf]) -> Sources {
        let top = top.into();
        let directories = std::iter::once(&top).chain(allowed);
        let allowed = directories.map(|dir| dir.canonicalize().unwrap_or_else(|_| dir.clone())).collect();
        Sources {
            top,
            allowed,
            files: RwLock::default(),
            by_path: RwLock::default(),
            read: AtomicU64::new(0),
            diagnostics: Mutex::default(),
        }
    }

    /// The directory that printed paths are relative to.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// A path on this machine as reports print it, with leading `..` where it lies outside the top; none where
    /// nothing is there.
    pub fn relative(&self, path: &Path) -> Option<String> {
        let real = path.canonicalize().ok()?;
        Some(super::paths::relative(&self.top.canonicalize().ok()?, &real))
    }

    /// The present directory as reports print it: where standard input is piped from.
    pub fn present_directory(&self) -> Option<String> {
        self.relative(Path::new("."))
    }

    /// Adds a text that is already in memory: standard input, and tests.
    pub fn add(&self, path: &str, kind: FileKind, text: &str) -> FileId {
        self.keep(path, kind, text.into(), None)
    }

    fn keep(&self, path: &str, kind: FileKind, text: Arc<str>, invalid_utf8: Option<usize>) -> FileId {
        let lines = LineIndex::new(&text);
        // What came by flag or environment stands in no file.
        let foreign = path.starts_with(".terraform/")
            || path.contains("/.terraform/")
            || (path.starts_with('<') && kind == FileKind::Text);
        let file = SourceFile { path: path.into(), text, kind, lines, foreign, invalid_utf8 };
        let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        let id = FileId(u32::try_from(files.len()).unwrap_or(u32::MAX));
        files.push(Arc::new(file));
        id
    }

    /// The file behind an id of this run.
    pub fn file(&self, id: FileId) -> Arc<SourceFile> {
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        files.get(id.0 as usize).cloned().unwrap_or_else(SourceFile::missing)
    }

    /// Every file that has been read.
    pub fn ids(&self) -> Vec<FileId> {
        let count = self.files.read().unwrap_or_else(PoisonError::into_inner).len();
        (0..count).filter_map(|at| Some(FileId(u32::try_from(at).ok()?))).collect()
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> String {
        self.file(span.file).text.get(span.range()).unwrap_or_default().to_owned()
    }

    /// Line and column of a span's first byte.
    pub fn position(&self, span: Span) -> Position {
        let file = self.file(span.file);
        file.lines.position(span.start, &file.text)
    }

    /// Reads the file at a path relative to the top, once. `..` and links may lead anywhere inside the allowed
    /// directories.
    pub fn load(&self, path: &str) -> Result<FileId, ReadError> {
        let path = self.normalize(path);
        if let Some(id) = self.loaded(&path) {
            return Ok(id);
        }
        let real = self.resolve(&path)?;
        let kind = FileKind::of_name(&path).unwrap_or(FileKind::Text);
        let (text, invalid_utf8) = self.read(&path, &real)?;
        let (id, new) = self.admit(&path, kind, text, invalid_utf8);
        if new && let Some(diagnostic) = self.encoding_error(id) {
            self.diagnostics.lock().unwrap_or_else(PoisonError::into_inner).push(diagnostic);
        }
        Ok(id)
    }

    /// What was wrong with files loaded on demand, by path.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics.lock().unwrap_or_else(PoisonError::into_inner).clone();
        diagnostics.sort_by_key(|diagnostic| {
            diagnostic.span.map_or_else(|| "".into(), |span| self.file(span.file).path.clone())
        });
        diagnostics
    }

    /// Resolves `.` and `..` by name; leading `..` stay. An absolute path below the top becomes relative.
    fn normalize(&self, path: &str) -> String {
        let path = normalize(path);
        match Path::new(&path).strip_prefix(&self.top) {
            Ok(inside) if path.starts_with('/') => normalize(&inside.to_string_lossy()),
            _ => path,
        }
    }

    fn loaded(&self, path: &str) -> Option<FileId> {
        self.by_path.read().unwrap_or_else(PoisonError::into_inner).get(path).copied()
    }

    /// Keeps a text under its path, unless it is there already; says whether it was new.
    pub(super) fn admit(
        &self,
        path: &str,
        kind: FileKind,
        text: Arc<str>,
        invalid_utf8: Option<usize>,
    ) -> (FileId, bool) {
        let mut by_path = self.by_path.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(id) = by_path.get(path) {
            return (*id, false);
        }
        let id = self.keep(path, kind, text, invalid_utf8);
        by_path.insert(path.into(), id);
        (id, true)
    }

    /// Terraform and Kubernetes take UTF-8 only. Other files may hold what they like.
    pub(super) fn encoding_error(&self, id: FileId) -> Option<Diagnostic> {
        let file = self.file(id);
        let at = file.invalid_utf8.filter(|_| file.kind != FileKind::Text && !file.is_locked())?;
        if file.kind == FileKind::Plan && file.text.starts_with('\u{feff}') && at == 0 {
            // Printed into a file by PowerShell.
            return None;
        }
        let span = Span::new(id, at, at + char::REPLACEMENT_CHARACTER.len_utf8());
        let message = format!("this file is not valid UTF-8: byte {at} begins no character");
        let diagnostic = Diagnostic::at(Level::Error, "invalid-utf8", span, message);
        Some(diagnostic.with_help("save it as UTF-8; the rest of it was read"))
    }

    /// Names in a directory, sorted. Empty where it cannot be read, or lies outside the allowed directories.
    pub fn list(&self, dir: &str) -> Vec<Entry> {
        let dir = self.normalize(dir);
        let Ok(real) = self.resolve(&dir) else { return Vec::new() };
        #[expect(clippy::disallowed_methods, reason = "this is the layer that reads")]
        let Ok(names) = std::fs::read_dir(&real) else { return Vec::new() };
        let mut entries: Vec<Entry> = names
            .flatten()
            .filter_map(|entry| {
                let kind = entry.file_type().ok()?;
                let mut is_dir = kind.is_dir();
                if kind.is_symlink() {
                    // A link back to a directory above would never end; one out of the tree is not followed.
                    let target = entry.path().canonicalize().ok().filter(|target| self.is_allowed(target))?;
                    if real.starts_with(&target) {
                        return None;
                    }
                    is_dir = target.is_dir();
                }
                Some(Entry { name: entry.file_name().to_string_lossy().into_owned(), is_dir })
            })
            .collect();
        entries.sort();
        entries
    }

    /// The real place of a normalized path, if it may be read.
    fn resolve(&self, path: &str) -> Result<PathBuf, ReadError> {
        let full = self.top.join(path);
        let real = full.canonicalize().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
                ReadError::Missing(path.to_owned())
            }
            _ => ReadError::Refused { path: path.to_owned(), reason: error.to_string() },
        });
        match real {
            Ok(real) if self.is_allowed(&real) => Ok(real),
            Ok(_) => Err(ReadError::Outside(path.to_owned())),
            // Whether something exists out there is nobody's business.
            Err(_) if leads_out(path) && !self.may_exist(&full) => Err(ReadError::Outside(path.to_owned())),
            Err(error) => Err(error),
        }
    }

    pub(super) fn is_allowed(&self, real: &Path) -> bool {
        self.allowed.iter().any(|dir| real.starts_with(dir))
    }

    /// The nearest directory above a path that does exist may be read.
    fn may_exist(&self, full: &Path) -> bool {
        let existing = full.ancestors().find_map(|dir| dir.canonicalize().ok());
        existing.is_some_and(|dir| self.is_allowed(&dir))
    }

    /// The very bytes of the file at a path relative to the top: what a function hashes or encodes that is no text.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let path = self.normalize(path);
        self.read_bytes(MAX_FILE_SIZE, &path, &self.resolve(&path)?)
    }

    /// Reads a file within the budgets: its text, and where it is not UTF-8.
    pub(super) fn read(&self, path: &str, real: &Path) -> Result<(Arc<str>, Option<usize>), ReadError> {
        self.read_up_to(MAX_FILE_SIZE, path, real)
    }

    /// The same with a budget of its own.
    pub(super) fn read_up_to(
        &self,
        limit: u64,
        path: &str,
        real: &Path,
    ) -> Result<(Arc<str>, Option<usize>), ReadError> {
        let bytes = self.read_bytes(limit, path, real)?;
        let size = bytes.len() as u64;
        let (text, invalid_utf8) = decode(bytes);
        // What was replaced has another length than what was read, and `release` takes that of the text.
        self.read.fetch_add((text.len() as u64).wrapping_sub(size), Ordering::Relaxed);
        Ok((text, invalid_utf8))
    }

    fn read_bytes(&self, limit: u64, path: &str, real: &Path) -> Result<Vec<u8>, ReadError> {
        let refused = |reason: String| ReadError::Refused { path: path.to_owned(), reason };
        // Opening a pipe would wait for its writer, so ask first.
        let metadata = std::fs::metadata(real).map_err(|error| refused(error.to_string()))?;
        if !metadata.is_file() {
            return Err(refused("not a regular file".to_owned()));
        }
        let too_large = |size| ReadError::TooLarge { path: path.to_owned(), size, limit };
        if metadata.len() > limit {
            return Err(too_large(metadata.len()));
        }
        #[expect(clippy::disallowed_methods, reason = "this is the layer that reads")]
        let file = std::fs::File::open(real).map_err(|error| refused(error.to_string()))?;
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default() + 1);
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| refused(error.to_string()))?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(too_large(size));
        }
        if self.read.fetch_add(size, Ordering::Relaxed).saturating_add(size) > MAX_TOTAL_SIZE {
            return Err(refused(format!("all files together have more than {MAX_TOTAL_SIZE} bytes")));
        }
        Ok(bytes)
    }

    /// Takes back what a text counted for that was not kept.
    pub(super) fn release(&self, size: usize) {
        self.read.fetch_sub(size as u64, Ordering::Relaxed);
    }
}

/// The text, and the position in it of the first byte that was no UTF-8. A byte-order mark tells UTF-16, which
/// PowerShell writes what a program prints as.
pub(super) fn decode(bytes: Vec<u8>) -> (Arc<str>, Option<usize>) {
    let unit: fn([u8; 2]) -> u16 = match bytes.first_chunk() {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => return decode_utf8(bytes),
    };
    let (pairs, _) = bytes.as_chunks();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    (String::from_utf16_lossy(&units).into(), Some(0))
}

fn decode_utf8(bytes: Vec<u8>) -> (Arc<str>, Option<usize>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text.into(), None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into(), Some(at))
        }
    }
}

fn normalize(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let joined = parts.join("/");
    match (path.starts_with('/'), joined.is_empty()) {
        (true, _) => format!("/{joined}"),
        (false, true) => ".".to_owned(),
        (false, false) => joined,
    }
}

/// The path leads out of the top by its name alone.
fn leads_out(path: &str) -> bool {
    path.starts_with('/') || path == ".." || path.starts_with("../")
}

impl SourceFile {
    /// Stands in for an id of another run.
    fn missing() -> Arc<SourceFile> {
        Arc::new(SourceFile {
            path: "".into(),
            text: "".into(),
            kind: FileKind::Text,
            lines: LineIndex::new(""),
            foreign: false,
            invalid_utf8: None,
        })
    }
}
