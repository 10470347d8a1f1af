//! How paths are written: relative to the top of what is linted, with `/` between segments.

use std::path::{Component, Path, PathBuf};

/// The directory that printed paths are relative to: `root`, else the top of the repository that the first of
/// `paths` lies in, else that path.
pub fn top(paths: &[PathBuf], root: Option<&Path>) -> PathBuf {
    let real = |path: &PathBuf| path.canonicalize().ok();
    root.and_then(|root| root.canonicalize().ok()).unwrap_or_else(|| {
        let mut starts = paths.iter().filter(|path| path.as_os_str() != "-").filter_map(real);
        find_top(&starts.next().unwrap_or_else(|| PathBuf::from(".")))
    })
}

/// The directory above `start` that holds `.git`, else `start` itself, or the directory it lies in.
fn find_top(start: &Path) -> PathBuf {
    let real = start.canonicalize().unwrap_or_else(|_| start.to_owned());
    if let Some(top) = real.ancestors().find(|dir| dir.join(".git").exists()) {
        return top.to_owned();
    }
    match real.parent() {
        Some(parent) if real.is_file() => parent.to_owned(),
        _ => real,
    }
}

/// `path` as seen from `top`, with `/` and no `./`; `..` where it lies outside.
pub(super) fn relative(top: &Path, path: &Path) -> String {
    let (mut own, mut other) = (top.components().peekable(), path.components().peekable());
    while own.peek().is_some() && own.peek() == other.peek() {
        own.next();
        other.next();
    }
    let up = own.map(|_| "..".to_owned());
    let down = other.map(|part| match part {
        Component::Normal(name) => name.to_string_lossy().into_owned(),
        other => other.as_os_str().to_string_lossy().into_owned(),
    });
    let parts: Vec<String> = up.chain(down).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// The directory of a path that is written so; `.` for the top.
pub fn directory(path: &str) -> &str {
    path.rsplit_once('/').map_or(".", |(directory, _)| directory)
}

/// A directory as the present one sees it, as people would write it there: empty for the present one itself.
pub fn from_here(dir: &Path) -> PathBuf {
    let present = Path::new(".").canonicalize();
    match (present, dir.canonicalize()) {
        (Ok(present), Ok(dir)) if present == dir => PathBuf::new(),
        (Ok(present), Ok(dir)) => relative(&present, &dir).into(),
        _ => dir.to_owned(),
    }
}
