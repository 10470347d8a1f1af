//! Files of values that nobody reads: Terraform looks for a few names beside a root module only.

use super::models::Models;
use crate::source::{Discovery, FileKind};

/// Why such a file is not linted.
pub(super) const UNREAD: &str =
    "values that no root module reads by itself (--var-file or --each-var-file names them)";

/// The paths of those files of `found` that hold values and set the variables of no root module.
pub(super) fn unread(models: &Models, found: &Discovery) -> Vec<String> {
    let files = found.files.iter().map(|id| found.sources.file(*id));
    let values = files.filter(|file| matches!(file.kind, FileKind::Variables | FileKind::VariablesJson));
    let is_read = |path: &str| models.modules().any(|module| module.values.contains(path));
    let unread = values.filter(|file| !is_read(&file.path));
    let mut paths: Vec<String> = unread.map(|file| file.path.to_string()).collect();
    paths.sort();
    paths
}
