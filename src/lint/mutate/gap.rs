//! What no case of a rule shows, in words.

use super::reads::{Reading, Within};
use super::tally::{Place, Rule, Tally};
use crate::policy::Outcome;
use crate::policy::compile::{EVERY_KIND, PolicySource};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Something about a rule that none of its cases shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The rule's id.
    pub rule: String,
    /// The policy's file.
    pub file: String,
    /// Where in it, if that can be told.
    pub line: Option<u32>,
    /// What kind of thing it is.
    pub lack: Lack,
    /// The same in words.
    pub message: String,
}

/// What a rule's cases may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// A bad case in which a definition of `deny` reports something.
    NotReported,
    /// A change to a bad case that silences what is reported at a path.
    NotSilenced,
    /// A change to a good case that makes a definition report something.
    NotFired,
    /// A change to what is read that changes what is reported.
    NotNoticed,
    /// A resource of a kind that is looked at.
    NoResource,
    /// An outcome that is undecided where something is unknown.
    NotUndecided,
}

/// What the cases of one rule lack.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    pub(super) own: Vec<Gap>,
    /// What shared modules read without anything to show for it in this rule's cases, by what is read.
    pub(super) shared: BTreeMap<Reading, Gap>,
    /// All that is read and makes a difference.
    pub(super) seen: BTreeSet<Reading>,
}

/// The gaps of one rule.
pub(super) fn gaps(source: &PolicySource, file: &str, rule: &Rule<'_>, tally: &Tally) -> Gaps {
    let finder = Finder { source, file, rule, tally };
    let mut found = finder.reads();
    let gaps = &mut found.own;
    gaps.extend(finder.definitions());
    gaps.extend(finder.kinds());
    let wrong: BTreeSet<&String> = tally.wrong.iter().collect();
    gaps.extend(wrong.into_iter().map(|what| finder.gap(None, Lack::NotUndecided, what.clone())));
    gaps.sort_by(|a, b| (a.line, &a.message).cmp(&(b.line, &b.message)));
    found
}

struct Finder<'f> {
    source: &'f PolicySource,
    file: &'f str,
    rule: &'f Rule<'f>,
    tally: &'f Tally,
}

impl Finder<'_> {
    fn gap(&self, line: Option<u32>, lack: Lack, message: String) -> Gap {
        Gap { rule: self.source.id(), file: self.file.to_owned(), line, lack, message }
    }

    /// What no case shows of each definition of `deny`.
    fn definitions(&self) -> Vec<Gap> {
        let lines = self.source.module.definition_lines("deny");
        let mut gaps = Vec::new();
        for body in 0..self.rule.bodies.count() {
            // One that is interpreted is a single policy, whatever it defines.
            let line = lines.get(body).copied();
            let reported = || self.tally.reported.iter().filter(|((own, _), _)| *own == body);
            if reported().next().is_none() {
                let message = "no bad case makes this `deny` report anything".to_owned();
                gaps.push(self.gap(line, Lack::NotReported, message));
                continue;
            }
            let stays =
                reported().map(|(place, _)| place).filter(|place| !self.tally.silenced.contains(place));
            let (exists, stays): (Vec<_>, Vec<_>) = stays.partition(|place| self.is_existence(place));
            for place in stays {
                let path = if place.1.is_empty() { "the resource" } else { &place.1 };
                let message =
                    format!("no change to a bad case silences what this `deny` reports at `{path}`");
                gaps.push(self.gap(line, Lack::NotSilenced, message));
            }
            // What is always left undecided is fired by what is made unknown.
            let outcome = reported().map(|(_, outcome)| *outcome).min().unwrap_or(Outcome::Violated);
            let fires = self.tally.fired.iter().any(|(own, fired)| *own == body && *fired <= outcome);
            let of_whole = reported().any(|(place, _)| place.1.is_empty() && self.is_existence(place));
            if !fires && exists.is_empty() && !of_whole {
                let message = "no change to a good case makes this `deny` report anything".to_owned();
                gaps.push(self.gap(line, Lack::NotFired, message));
            }
        }
        gaps
    }

    /// Whether a rule is about a resource being there at all: with it gone, nothing is reported, and nothing else of it
    /// is read than what is shown to the reader.
    fn is_existence(&self, place: &Place) -> bool {
        let Some(kind) = self.tally.removed.get(place) else { return false };
        let path = place.1.replace("[*]", ".*");
        // Everything lies below a resource as a whole: nothing of it may be read at all.
        if path.is_empty() {
            return self.rule.readings.is_empty();
        }
        let is_of_kind = |reading: &&Reading| matches!(&reading.within, Within::Kind(own) if own == kind);
        let mut others = self.rule.readings.iter().filter(is_of_kind).map(Reading::shown);
        others.all(|other| path.starts_with(&other) || other.starts_with(&path))
    }

    /// Kinds that are looked at and that no case has.
    fn kinds(&self) -> Vec<Gap> {
        let absent: BTreeSet<&str> = self.rule.readings.iter().filter_map(|one| self.absent(one)).collect();
        let gap = |kind: &str| {
            let message = format!("looks at `{kind}`, of which no case has one");
            self.gap(self.line_of(kind), Lack::NoResource, message)
        };
        absent.into_iter().map(gap).collect()
    }

    /// The kind that something is read of, if no case has one.
    fn absent<'r>(&self, reading: &'r Reading) -> Option<&'r str> {
        match &reading.within {
            Within::Kind(kind) if kind != EVERY_KIND && !self.tally.kinds.contains(kind) => Some(kind),
            _ => None,
        }
    }

    /// What is read without anything to show for it. Where a policy looks up one of several names in one of several
    /// kinds, all names seem to be read of all kinds: one that a kind has in no case, but another kind shows, is none.
    fn reads(&self) -> Gaps {
        let readings = &self.rule.readings;
        let seen = self.tally.seen.iter().filter_map(|at| readings.get(*at));
        let mut gaps = Gaps { seen: seen.cloned().collect(), ..Gaps::default() };
        let shown = |path: &[_], gaps: &Gaps| gaps.seen.iter().any(|other| other.path == path);
        for (at, reading) in readings.iter().enumerate().filter(|(at, _)| !self.tally.seen.contains(at)) {
            if self.absent(reading).is_some()
                || (!self.tally.there.contains(&at) && shown(&reading.path, &gaps))
            {
                continue;
            }
            let whose = match &reading.within {
                Within::Kind(kind) if kind == EVERY_KIND => "any resource".to_owned(),
                Within::Kind(kind) => format!("`{kind}`"),
                Within::Pod => "a pod".to_owned(),
                Within::Container => "a container".to_owned(),
                Within::Labels => "the labels of pods".to_owned(),
            };
            let path = reading.shown();
            let what =
                if path.is_empty() { format!("all of {whose}") } else { format!("`{path}` of {whose}") };
            let message = format!("reads {what}, but no case shows that it matters");
            let line = reading.name().and_then(|name| self.line_of(name));
            let gap = self.gap(line, Lack::NotNoticed, message);
            // A name that is not in the policy's text is a shared module's.
            if line.is_none() && reading.name().is_some() {
                gaps.shared.insert(reading.clone(), gap);
            } else {
                gaps.own.push(gap);
            }
        }
        gaps
    }

    /// The first line of the policy's code that has a name.
    fn line_of(&self, name: &str) -> Option<u32> {
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
        let has = |line: &str| {
            line.match_indices(name).any(|(at, _)| {
                let before = line.get(..at).and_then(|text| text.chars().next_back());
                let after = line.get(at + name.len()..).and_then(|text| text.chars().next());
                !before.is_some_and(is_part) && !after.is_some_and(is_part)
            })
        };
        let mut lines = self.source.module.text.lines().zip(1_u32..);
        lines.find(|(line, _)| !line.trim_start().starts_with('#') && has(line)).map(|(_, number)| number)
    }
}
