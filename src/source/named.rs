//! Single files that the user names on the command line: wherever they lie, within the budget of a file.

use super::{ReadError, Sources};
use std::path::Path;

/// The text of a file that the user named; invalid UTF-8 is replaced.
///
/// # Errors
/// It is not there, or cannot be read, or is larger than any file may be.
pub fn read_named(path: &Path) -> Result<String, ReadError> {
    let shown = path.to_string_lossy();
    let real = path.canonicalize().map_err(|_| ReadError::Missing(shown.clone().into_owned()))?;
    let (text, _) = Sources::new(real.parent().unwrap_or(path)).read(&shown, &real)?;
    Ok(text.to_string())
}
