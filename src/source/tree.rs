//! Reading a directory that is no input: policies and their cases.

use super::discover::innermost;
use super::{ReadError, Sources};
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// Reads every file below `dir` whose path relative to it `filter` takes, ordered by path. Hidden files and links
/// are left out, invalid UTF-8 is replaced.
pub fn read_tree(dir: &Path, filter: &dyn Fn(&Path) -> bool) -> Result<Vec<(PathBuf, String)>, ReadError> {
    let shown = || dir.to_string_lossy().into_owned();
    let sources = Sources::new(dir);
    let mut builder = WalkBuilder::new(dir);
    builder.standard_filters(false).hidden(true).sort_by_file_path(Path::cmp);
    let mut texts = Vec::new();
    for entry in builder.build() {
        let entry = entry.map_err(|error| match error.io_error().map(std::io::Error::kind) {
            Some(std::io::ErrorKind::NotFound) => ReadError::Missing(shown()),
            _ => {
                let reason = error.io_error().map_or_else(|| error.to_string(), innermost);
                ReadError::Refused { path: shown(), reason }
            }
        })?;
        let path = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        if entry.file_type().is_some_and(|kind| kind.is_file()) && filter(path) {
            let (text, _) = sources.read(&path.to_string_lossy(), entry.path())?;
            texts.push((path.to_owned(), text.to_string()));
        }
    }
    Ok(texts)
}
