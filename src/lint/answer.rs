//! What Terraform would say: of expressions, of a whole configuration.

use super::Settings;
use super::pipeline::inputs;
use crate::evaluate::terraform;
use crate::source::{self, FileId, Level, Sources};
use std::path::Path;

/// The root module of a directory, ready to be asked.
#[derive(Debug)]
pub struct Questioned {
    sources: Sources,
    files: Vec<FileId>,
    dir: String,
    inputs: terraform::Inputs,
}

impl Questioned {
    /// The module in `settings.paths`' only directory, with its inputs, in the workspace that Terraform begins with where
    /// no other is named.
    ///
    /// # Errors
    /// The path is missing or no directory, or cannot be read; in words.
    pub fn new(settings: &Settings) -> Result<Questioned, String> {
        let discovery = source::discover(&settings.paths, &super::found::discover_options(settings));
        let broken =
            discovery.diagnostics.iter().find(|found| found.level == Level::Error && found.span.is_none());
        let dir = settings.paths.first().map_or_else(|| Path::new("."), |path| path.as_path());
        if !dir.is_dir() {
            let reason =
                broken.map_or_else(|| "it is no directory".to_owned(), |found| found.message.clone());
            return Err(format!("{}: {reason}", dir.display()));
        }
        let sources = discovery.sources;
        let dir = sources.relative(dir).ok_or_else(|| format!("{}: does not exist", dir.display()))?;
        // What lies below is another module, read where this one calls it.
        let own = |id: &FileId| source::directory(&sources.file(*id).path) == dir;
        let files = discovery.files.into_iter().filter(own).collect();
        let mut inputs = inputs(settings, &sources);
        inputs.workspace.get_or_insert_with(|| "default".into());
        Ok(Questioned { sources, files, dir, inputs })
    }

    /// An answer for each expression, a JSON object on one line: `{"value": X}`, `{"unknown": true, ...}` or
    /// `{"error": "..."}`.
    pub fn expressions(&self, expressions: &[String]) -> Vec<String> {
        terraform::answer_expressions(&self.sources, &self.files, &self.dir, &self.inputs, expressions)
    }

    /// Every resource and output, a JSON object on one line, or `{"error": "...", "file": F, "line": N}`.
    pub fn configuration(&self) -> String {
        terraform::answer_configuration(&self.sources, &self.files, &self.dir, &self.inputs)
    }
}
