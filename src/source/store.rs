//! The files of one run, kept in memory once read, and the border they may be read from.

use super::{FileId, LineIndex, Position, Span};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

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
    /// YAML that holds Kubernetes objects.
    Manifest,
    /// JSON that holds Kubernetes objects.
    ManifestJson,
    /// Read for its content alone: `file()`, `templatefile()`, code frames.
    Text,
}

/// One file in memory.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the top, `/` between segments, no `./`; what reports print.
    pub path: Arc<str>,
    /// The whole text. Invalid UTF-8 has been replaced.
    pub text: Arc<str>,
    /// What it is read as.
    pub kind: FileKind,
    /// Where its lines begin.
    pub lines: LineIndex,
    /// Fetched by a tool (`.terraform/modules`), so nobody edits it here: findings point at its caller.
    pub foreign: bool,
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

/// All files of a run. Reading is shared between threads; a file is read once.
#[derive(Debug)]
pub struct Sources {
    top: PathBuf,
    files: RwLock<Vec<Arc<SourceFile>>>,
}

impl Sources {
    /// Sources below `top`, the directory that printed paths are relative to.
    pub fn new(top: impl Into<PathBuf>) -> Sources {
        Sources { top: top.into(), files: RwLock::default() }
    }

    /// The directory that printed paths are relative to.
    pub fn top(&self) -> &std::path::Path {
        &self.top
    }

    /// Adds a text that is already in memory: standard input, and tests.
    pub fn add(&self, path: &str, kind: FileKind, text: &str) -> FileId {
        let mut files = self.files.write().unwrap_or_else(PoisonError::into_inner);
        let id = FileId(u32::try_from(files.len()).unwrap_or(u32::MAX));
        let lines = LineIndex::new(text);
        let foreign = path.split('/').any(|part| part == ".terraform");
        let file = SourceFile { path: path.into(), text: text.into(), kind, lines, foreign };
        files.push(Arc::new(file));
        id
    }

    /// The file behind an id of this run.
    pub fn file(&self, id: FileId) -> Arc<SourceFile> {
        let files = self.files.read().unwrap_or_else(PoisonError::into_inner);
        files.get(id.0 as usize).cloned().unwrap_or_else(SourceFile::missing)
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
}

impl SourceFile {
    /// Stands in for an id of another run.
    fn missing() -> Arc<SourceFile> {
        let lines = LineIndex::new("");
        Arc::new(SourceFile { path: "".into(), text: "".into(), kind: FileKind::Text, lines, foreign: false })
    }
}
// Replaced by the branch that hardens reading.
impl Sources {
    #[allow(missing_docs, clippy::disallowed_methods)]
    pub fn load(&self, path: &str) -> Result<FileId, ReadError> {
        let text =
            std::fs::read_to_string(self.top.join(path)).map_err(|_| ReadError::Missing(path.into()))?;
        Ok(self.add(path, FileKind::of_name(path).unwrap_or(FileKind::Text), &text))
    }
    #[allow(missing_docs, clippy::disallowed_methods)]
    pub fn list(&self, dir: &str) -> Vec<Entry> {
        let Ok(dir) = std::fs::read_dir(self.top.join(dir)) else { return Vec::new() };
        dir.flatten()
            .map(|e| Entry { name: e.file_name().to_string_lossy().into_owned(), is_dir: e.path().is_dir() })
            .collect()
    }
}
#[allow(missing_docs)]
pub struct Entry {
    pub name: String,
    pub is_dir: bool,
}
impl FileKind {
    #[allow(missing_docs)]
    pub fn of_name(name: &str) -> Option<FileKind> {
        if name.ends_with(".tf") || name.ends_with(".tofu") {
            Some(FileKind::Terraform)
        } else if name.ends_with(".tf.json") {
            Some(FileKind::TerraformJson)
        } else if name.ends_with(".tfvars") {
            Some(FileKind::Variables)
        } else {
            None
        }
    }
}
