//! The files of a run: those that the paths name and, where these are files, what lies around them.

use super::handed::{self, Handed};
use super::{Settings, Variable};
use crate::source::{self, Diagnostic, DiscoverOptions, Discovery, Level, Sources};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Where may be looked.
pub(super) fn discover_options(settings: &Settings) -> DiscoverOptions {
    DiscoverOptions {
        root: settings.root.clone(),
        exclude: settings.exclude.clone(),
        // A variable file was named by the user, so it may be read wherever it lies.
        allow_read: settings.allow_read.iter().chain(variable_files(settings)).cloned().collect(),
        shallow: Vec::new(),
    }
}

fn variable_files(settings: &Settings) -> impl Iterator<Item = &PathBuf> {
    settings.variables.iter().filter_map(|variable| match variable {
        Variable::File(file) => Some(file),
        Variable::Value(..) => None,
    })
}

/// The files of a run.
pub(super) struct Found {
    /// What the paths name.
    pub(super) named: Discovery,
    /// The same and what is around it, where the paths name files.
    around: Option<Discovery>,
    pub(super) handed: Option<Handed>,
}

impl Found {
    pub(super) fn of(settings: &Settings) -> Found {
        let options = discover_options(settings);
        let mut named = source::discover(&settings.paths, &options);
        named.diagnostics.extend(settings.allow_read.iter().filter(|dir| !dir.is_dir()).map(|dir| {
            let shown = dir.to_string_lossy();
            Diagnostic::on_path(
                Level::Error,
                "missing-path",
                shown,
                "--allow-read: there is no such directory",
            )
        }));
        if !handed::names_files(&settings.paths) {
            return Found { named, around: None, handed: None };
        }
        let handed = Handed::new(&settings.paths, &named);
        let mut around = None;
        if !named.files.is_empty() {
            let (found, limited) = handed.surroundings(&settings.paths, &named.sources, &options);
            named.diagnostics.extend(limited);
            around = found;
        }
        Found { named, around, handed: Some(handed) }
    }

    /// The paths of the files that are judged, where that is all there is of them: not where files were handed in one
    /// by one.
    pub(super) fn whole(&self) -> Option<BTreeSet<String>> {
        let path = |file| self.named.sources.file(file).path.to_string();
        self.handed.is_none().then(|| self.named.files.iter().copied().map(path).collect())
    }

    /// What is read and evaluated.
    pub(super) fn loaded(&self) -> &Discovery {
        self.around.as_ref().unwrap_or(&self.named)
    }

    pub(super) fn into_sources(self) -> Sources {
        self.around.unwrap_or(self.named).sources
    }

    /// What went wrong while looking for the files that were named.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.named.diagnostics.iter()
    }

    /// What went wrong in reading, and `further`, as far as it concerns what was named.
    pub(super) fn concerned(&self, further: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
        let sources = &self.loaded().sources;
        let on_demand = sources.diagnostics();
        let concerns = |diagnostic: &Diagnostic| {
            self.handed.as_ref().is_none_or(|handed| handed.concerns_diagnostic(diagnostic, sources))
        };
        on_demand.into_iter().chain(further).filter(concerns).collect()
    }
}
