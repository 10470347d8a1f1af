//! The data: findings of real repositories with their features, and what reviewers said of pairs of them.
//!
//! Four tables with tabs, each with a line of names first: `repositories.tsv` (repository, commit, licence, split),
//! `findings.tsv` (repository, fingerprint, rule, grades of two reviewers), `features.tsv` (repository, fingerprint,
//! rule, kind, place, resources in the repository, a level for each feature) and `pairs.tsv` (repository, two fingerprints, the reviewers' answers, the
//! label, the reason).

use crate::finding::Finding;
use crate::risk::drift::is_of_kubernetes;
use crate::risk::{FEATURES, Feature, Level, Measurement, Model};
use std::collections::BTreeMap;

/// What a repository is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Split {
    /// Learning.
    Train,
    /// Evaluation; earlier models were measured by it, too, while features changed.
    Test,
    /// Evaluation alone: judged when features and settings stood, and looked at once.
    Fresh,
}

/// A repository.
#[derive(Clone, Debug)]
pub struct Repository {
    /// `owner/name`.
    pub name: String,
    /// The commit that was read.
    pub commit: String,
    /// Its licence.
    pub licence: String,
    /// What it is used for.
    pub split: Split,
}

/// A finding of a repository.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// Position of its repository.
    pub repository: usize,
    /// Its rule.
    pub rule: String,
    /// The kind of its resource.
    pub kind: String,
    /// Where that is written.
    pub place: Place,
    /// How many resources its repository has.
    pub resources: usize,
    /// Its features.
    pub measured: Measurement,
    /// The mean of the grades that reviewers gave it, 0 to 4.
    pub grade: Option<f64>,
}

/// Where a resource is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a root module.
    Root,
    /// In a module that another one calls.
    Module,
    /// In a manifest of Kubernetes.
    Manifest,
}

impl Place {
    /// All of them, with their names in tables.
    const ALL: [(Place, &str); 3] =
        [(Place::Root, "root"), (Place::Module, "module"), (Place::Manifest, "manifest")];

    /// Of a resource of a kind with an address.
    pub fn of(kind: &str, address: &str) -> Place {
        match () {
            () if is_of_kubernetes(kind) => Place::Manifest,
            () if address.starts_with("module.") => Place::Module,
            () => Place::Root,
        }
    }

    fn name(self) -> &'static str {
        Place::ALL.iter().find(|(place, _)| *place == self).map_or("", |(_, name)| name)
    }

    fn read(text: &str) -> Result<Place, String> {
        let found = Place::ALL.iter().find(|(_, name)| *name == text).map(|(place, _)| *place);
        found.ok_or_else(|| format!("a place is `root`, `module` or `manifest`, not `{text}`"))
    }
}

/// What a reviewer says of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The first one.
    One,
    /// The second one.
    Other,
    /// Neither.
    Tie,
}

/// A pair of findings of one repository.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Position of its repository.
    pub repository: usize,
    /// Positions of the two findings.
    pub findings: [usize; 2],
    /// What the two reviewers said that every pair has.
    pub answers: [Answer; 2],
    /// What counts.
    pub label: Answer,
}

/// All of it.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// By position.
    pub repositories: Vec<Repository>,
    /// By position; only those with features.
    pub findings: Vec<Labelled>,
    /// Those both of whose findings have features.
    pub pairs: Vec<Pair>,
    /// Pairs left out, since a finding is not found any more.
    pub lost: usize,
    /// The weights that the rubric gives by hand.
    pub rubric: Model,
    /// SHA-256 of all of it.
    pub digest: String,
}

/// Data that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{table}:{line}: {what}")]
pub struct DataError {
    table: &'static str,
    line: usize,
    what: String,
}

/// The texts of the tables, and of the hand-set weights.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'t> {
    /// `repositories.tsv`.
    pub repositories: &'t str,
    /// `findings.tsv`.
    pub findings: &'t str,
    /// `features.tsv`.
    pub features: &'t str,
    /// `pairs.tsv`.
    pub pairs: &'t str,
    /// `hand-set.json`.
    pub rubric: &'t str,
}

/// The rows of a table: line number and fields.
fn rows<'t, const N: usize>(
    table: &'static str,
    text: &'t str,
) -> impl Iterator<Item = Result<(usize, [&'t str; N]), DataError>> {
    let lines = text.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty());
    lines.map(move |(at, line)| {
        let fields: Vec<&str> = line.splitn(N, '\t').collect();
        let count = fields.len();
        let wrong = |_| DataError { table, line: at + 1, what: format!("{count} fields, not {N}") };
        Ok((at + 1, fields.try_into().map_err(wrong)?))
    })
}

impl Dataset {
    /// Reads the tables.
    ///
    /// # Errors
    /// A line that is not as the module says; a repository that is not in the first table.
    pub fn read(tables: Tables<'_>) -> Result<Dataset, DataError> {
        let repositories = repositories(tables.repositories)?;
        let position: BTreeMap<String, usize> =
            repositories.iter().enumerate().map(|(at, one)| (one.name.clone(), at)).collect();
        let of = |table, line, name: &str| {
            let what = || format!("{name} is not in repositories.tsv");
            position.get(name).copied().ok_or_else(|| DataError { table, line, what: what() })
        };
        let mut grades = BTreeMap::new();
        for row in rows::<5>("findings.tsv", tables.findings) {
            let (_, [repository, fingerprint, _, one, other]) = row?;
            let both = one.parse::<f64>().ok().zip(other.parse::<f64>().ok());
            grades.insert((repository, fingerprint), both.map(|(one, other)| f64::midpoint(one, other)));
        }
        let mut findings = Vec::new();
        let mut known = BTreeMap::new();
        for row in rows::<7>("features.tsv", tables.features) {
            let (line, [repository, fingerprint, rule, kind, place, resources, levels]) = row?;
            let wrong = |what| DataError { table: "features.tsv", line, what };
            let number = |_| wrong(format!("`{resources}` is no number of resources"));
            known.insert((repository, fingerprint), findings.len());
            let mut measured = measurement(levels).map_err(wrong)?;
            rule.clone_into(&mut measured.rule);
            findings.push(Labelled {
                repository: of("features.tsv", line, repository)?,
                rule: rule.to_owned(),
                kind: kind.to_owned(),
                place: Place::read(place).map_err(wrong)?,
                resources: resources.parse().map_err(number)?,
                measured,
                grade: grades.get(&(repository, fingerprint)).copied().flatten(),
            });
        }
        let mut pairs = Vec::new();
        let mut lost = 0;
        for row in rows::<8>("pairs.tsv", tables.pairs) {
            let (line, [repository, one, other, first, second, _, label, _]) = row?;
            let wrong = |what| DataError { table: "pairs.tsv", line, what };
            let place = |fingerprint| known.get(&(repository, fingerprint)).copied();
            let (Some(one), Some(other)) = (place(one), place(other)) else {
                lost += 1;
                continue;
            };
            pairs.push(Pair {
                repository: of("pairs.tsv", line, repository)?,
                findings: [one, other],
                answers: [answer(first).map_err(wrong)?, answer(second).map_err(wrong)?],
                label: answer(label).map_err(wrong)?,
            });
        }
        let rubric = Model::read(tables.rubric);
        let rubric =
            rubric.map_err(|error| DataError { table: "hand-set.json", line: 1, what: error.to_string() })?;
        let Tables { repositories: places, findings: grades, features, pairs: judged, rubric: by_hand } =
            tables;
        let digest =
            crate::source::digest([places, grades, features, judged, by_hand].join("\u{0}").as_bytes());
        Ok(Dataset { repositories, findings, pairs, lost, rubric, digest })
    }

    /// The decided pairs of a split: winner, loser, repository.
    pub fn decided(&self, split: Split) -> Vec<(usize, usize, usize)> {
        let of = |pair: &&Pair| self.repositories.get(pair.repository).is_some_and(|one| one.split == split);
        let decided = self.pairs.iter().filter(of).filter_map(|pair| match (pair.label, pair.findings) {
            (Answer::One, [one, other]) => Some((one, other, pair.repository)),
            (Answer::Other, [one, other]) => Some((other, one, pair.repository)),
            (Answer::Tie, _) => None,
        });
        decided.collect()
    }
}

fn repositories(text: &str) -> Result<Vec<Repository>, DataError> {
    let read = |row: Result<(usize, [&str; 4]), DataError>| {
        let (line, [name, commit, licence, split]) = row?;
        let split = match split {
            "train" => Split::Train,
            "test" => Split::Test,
            "fresh" => Split::Fresh,
            other => {
                let what = format!("a split is `train`, `test` or `fresh`, not `{other}`");
                return Err(DataError { table: "repositories.tsv", line, what });
            }
        };
        Ok(Repository { name: name.into(), commit: commit.into(), licence: licence.into(), split })
    };
    rows::<4>("repositories.tsv", text).map(read).collect()
}

fn answer(text: &str) -> Result<Answer, String> {
    match text {
        "one" => Ok(Answer::One),
        "other" => Ok(Answer::Other),
        "tie" => Ok(Answer::Tie),
        _ => Err(format!("an answer is `one`, `other` or `tie`, not `{text}`")),
    }
}

/// The first line of `features.tsv`.
pub(super) fn feature_table() -> String {
    let names: Vec<&str> = FEATURES.iter().map(|one| one.id).collect();
    format!("repository\tfingerprint\trule\tkind\tplace\tresources\t{}\n", names.join("\t"))
}

/// A line of it: `2` is a level that is known, `2:0-3` one that may be anything from 0 to 3 and counts as 2.
pub(super) fn feature_line(repository: &str, resources: usize, finding: &Finding) -> Option<String> {
    let measured = finding.measured.as_ref()?;
    let level = |feature: Feature| {
        let Level { at, least, most } = measured.level(feature);
        if least == at && most == at { at.to_string() } else { format!("{at}:{least}-{most}") }
    };
    let levels: Vec<String> = FEATURES.iter().map(|one| level(one.feature)).collect();
    let Finding { fingerprint, rule, resource, .. } = finding;
    let place = Place::of(&resource.kind, &resource.address).name();
    let kind = &resource.kind;
    let levels = levels.join("\t");
    Some(format!("{repository}\t{fingerprint}\t{rule}\t{kind}\t{place}\t{resources}\t{levels}\n"))
}

fn measurement(levels: &str) -> Result<Measurement, String> {
    let fields: Vec<&str> = levels.split('\t').collect();
    if fields.len() != FEATURES.len() {
        return Err(format!("{} levels, not {}", fields.len(), FEATURES.len()));
    }
    let mut measured = Measurement::lowest();
    for (definition, field) in FEATURES.iter().zip(fields) {
        let level = level(field).ok_or_else(|| format!("`{field}` is no level of {}", definition.id))?;
        measured.set(definition.feature, level);
    }
    Ok(measured)
}

fn level(field: &str) -> Option<Level> {
    let Some((at, range)) = field.split_once(':') else { return Some(Level::known(field.parse().ok()?)) };
    let (least, most) = range.split_once('-')?;
    Some(Level { at: at.parse().ok()?, least: least.parse().ok()?, most: most.parse().ok()? })
}
