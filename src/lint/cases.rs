//! The cases of policies: each is linted with its own rule alone, and every finding has to be on a line that
//! expects it.
//!
//! A case is a file or directory beside a `rule.rego` whose name begins with `bad` or `good`. In a file with
//! comments `# expect: <rule id>` stands on the line of a finding, once for each finding there, and
//! `# undecided: <rule id>` on the line of one that cannot be decided. Where a comment cannot stand, `<file>.expect`
//! holds lines `<line> <rule id>` (or `<line> undecided <rule id>`). A good case expects no finding; undecided
//! ones need no mark, but a mark has to hold.

use super::mutate::{self, Mutated};
use super::pipeline::{Judging, Model};
use super::policies::load_policy_files;
use super::{RuleSet, Selection, load_policies};
use crate::evaluate::terraform::Inputs;
use crate::finding::State;
use crate::finding::Suppressions;
use crate::policy::{self, PolicySet};
use crate::source::{self, Diagnostic, DiscoverOptions, FileKind, Level, Sources};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A file or directory that one rule is tried on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// The rule's id.
    pub rule: String,
    /// The directory that holds the case and the rule.
    pub folder: PathBuf,
    /// The case's name in that directory.
    pub name: String,
    /// Whether findings are expected.
    pub bad: bool,
}

/// What a case showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseResult {
    /// What is not as expected, in words; empty for a case that holds.
    pub failures: Vec<String>,
    /// Findings that were expected and found.
    pub findings: usize,
}

/// What testing a directory of policies showed.
#[derive(Debug, Default)]
pub struct Tested {
    /// Rules tested.
    pub rules: usize,
    /// Unit tests run.
    pub tests: usize,
    /// Cases linted.
    pub cases: usize,
    /// Findings that the cases expect and that were found.
    pub findings: usize,
    /// What failed, a line each, in order.
    pub failures: Vec<String>,
    /// By file, the lines that no unit test reaches.
    pub uncovered: BTreeMap<String, Vec<u32>>,
    /// Policies and tests that cannot be used.
    pub diagnostics: Vec<Diagnostic>,
    /// What changing the cases showed, where they were to be changed.
    pub mutated: Option<Mutated>,
}

/// Runs the unit tests and the cases of the policies in `dir`; of those only that `select` names, if it names
/// any. With `changing`, each case is also changed in one place at a time, to see what the rules notice.
///
/// # Errors
/// A directory that cannot be read, or a name in `select` that stands for no rule; in words.
pub fn test(dir: &Path, select: &[String], changing: bool) -> Result<Tested, String> {
    let is_rego = |path: &Path| path.extension().is_some_and(|extension| extension == "rego");
    let mut files = source::read_tree(dir, &is_rego).map_err(|error| error.to_string())?;
    keep_selected(&mut files, select);
    let (policies, mut diagnostics) =
        if files.is_empty() { load_policies(dir) } else { load_policy_files(dir, files.clone()) };
    let selection =
        Selection { profile: Some(RuleSet::All), select: select.to_vec(), ..Selection::default() };
    let (selected, unknown) = selection.resolve(policies.rules());
    diagnostics.extend(unknown);
    let report = policy::test(files.clone());
    let mut tested = Tested { rules: selected.len(), diagnostics, ..Tested::default() };
    for diagnostic in report.diagnostics {
        // A policy that cannot be used has been reported while loading.
        if !tested.diagnostics.iter().any(|other| other.message == diagnostic.message) {
            tested.diagnostics.push(diagnostic);
        }
    }
    // A shared module is everybody's.
    let is_chosen = |rule: &Option<String>| match rule {
        Some(rule) => selected.contains(rule),
        None => select.is_empty(),
    };
    for module in report.modules.into_iter().filter(|module| is_chosen(&module.rule)) {
        tested.tests += module.tests.len();
        for result in module.tests {
            if let Some(failure) = result.failure {
                tested.failures.push(format!("{}:{}: {}: {failure}", result.path, result.line, result.name));
            }
        }
        if !module.uncovered.is_empty() {
            tested.uncovered.insert(module.path, module.uncovered.into_iter().collect());
        }
    }
    let cases = find(dir).map_err(|error| error.to_string())?;
    let cases: Vec<Case> = cases.into_iter().filter(|case| selected.contains(&case.rule)).collect();
    if changing {
        let mut mutated = mutate::mutate(dir, &files, &policies, &selected, &cases, select.is_empty());
        tested.diagnostics.append(&mut mutated.diagnostics);
        tested.mutated = Some(mutated);
    }
    let results: Vec<CaseResult> = cases.par_iter().map(|case| run(case, &policies)).collect();
    tested.cases = cases.len();
    for (case, result) in cases.iter().zip(results) {
        tested.findings += result.findings;
        let place = case.folder.join(&case.name);
        tested
            .failures
            .extend(result.failures.iter().map(|failure| format!("{}: {failure}", place.display())));
    }
    Ok(tested)
}

/// Every case below `dir`, a directory of `<provider>/<service>/<rule>/` folders, ordered.
///
/// # Errors
/// Directories that cannot be read.
pub fn find(dir: &Path) -> Result<Vec<Case>, source::ReadError> {
    let mut cases = BTreeSet::new();
    let files = source::read_tree(dir, &|_| true)?;
    let rules: BTreeSet<PathBuf> = files
        .iter()
        .filter(|(path, _)| path.file_name().is_some_and(|name| name == "rule.rego"))
        .filter_map(|(path, _)| path.parent().map(Path::to_path_buf))
        .collect();
    for (path, _) in &files {
        let Some(folder) = path.ancestors().skip(1).find(|folder| rules.contains(*folder)) else { continue };
        let Some(name) = path.strip_prefix(folder).ok().and_then(|rest| rest.components().next()) else {
            continue;
        };
        let name = name.as_os_str().to_string_lossy().into_owned();
        let bad = name.starts_with("bad");
        if (bad || name.starts_with("good")) && !name.ends_with(".expect") {
            cases.insert(Case { rule: rule_id(folder), folder: dir.join(folder), name, bad });
        }
    }
    Ok(cases.into_iter().collect())
}

/// Leaves out the folders of rules that are not asked for, so that one rule is tested in no time. Where a name may be
/// an alias, which stands in a header, all are kept.
fn keep_selected(files: &mut Vec<(PathBuf, String)>, select: &[String]) {
    let rule = |path: &Path| path.file_name().is_some_and(|name| name == "rule.rego");
    let folders: BTreeSet<PathBuf> = files
        .iter()
        .filter(|(path, _)| rule(path))
        .filter_map(|(path, _)| Some(path.parent()?.to_path_buf()))
        .collect();
    let is_meant = |id: &str, name: &String| {
        let rest = id.strip_prefix(name.trim_end_matches('-'));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let ids: Vec<String> = folders.iter().map(|folder| rule_id(folder)).collect();
    if select.is_empty() || !select.iter().all(|name| ids.iter().any(|id| is_meant(id, name))) {
        return;
    }
    files.retain(|(path, _)| {
        let folder = path.parent().filter(|folder| folders.contains(*folder));
        folder.is_none_or(|folder| select.iter().any(|name| is_meant(&rule_id(folder), name)))
    });
}

/// `aws/s3/public_acl` is `aws-s3-public-acl`.
fn rule_id(folder: &Path) -> String {
    let parts: Vec<String> =
        folder.components().map(|part| part.as_os_str().to_string_lossy().replace('_', "-")).collect();
    parts.join("-")
}

/// Lints a case with its own rule and compares.
pub fn run(case: &Case, policies: &PolicySet) -> CaseResult {
    let path = case.folder.join(&case.name);
    let options = DiscoverOptions { root: Some(case.folder.clone()), ..DiscoverOptions::default() };
    let discovery = source::discover(&[path], &options);
    let mut failures: Vec<String> = Vec::new();
    let selected = BTreeSet::from([case.rule.clone()]);
    if !policies.rules().iter().any(|rule| rule.id == case.rule) {
        failures.push(format!("there is no rule {}: is its policy broken?", case.rule));
    }
    let sources = &discovery.sources;
    let model = Model::of(sources, &discovery.files, &Inputs::default());
    let judging = Judging {
        sources,
        policies,
        selected: &selected,
        stand_ins: &BTreeSet::new(),
        suppressions: &Suppressions::default(),
        rated: false,
        keep_covered: false,
    };
    let judgement = judging.judge(&model.graph, &());
    let diagnostics = discovery.diagnostics.iter().chain(model.diagnostics()).chain(&judgement.diagnostics);
    for diagnostic in diagnostics.filter(|diagnostic| diagnostic.level == Level::Error) {
        let place = diagnostic
            .span
            .map(|span| format!("{}:{}: ", sources.file(span.file).path, sources.position(span).line));
        let path = diagnostic.path.as_ref().map(|path| format!("{path}: "));
        failures.push(format!("{}{}", place.or(path).unwrap_or_default(), diagnostic.message));
    }
    if discovery.files.is_empty() {
        failures.push("holds no file that can be linted".to_owned());
    }
    let expected = marks(case, sources, &discovery.files, &mut failures);
    if case.bad && !expected.keys().any(|mark| !mark.undecided) {
        failures.push("a bad case has to expect a finding".to_owned());
    }
    if !case.bad && expected.keys().any(|mark| !mark.undecided) {
        failures.push("a good case expects no finding".to_owned());
    }
    let mut found: BTreeMap<Mark, usize> = BTreeMap::new();
    for finding in &judgement.findings {
        let mark = Mark {
            file: finding.location.file.clone(),
            line: finding.location.start.line,
            undecided: finding.state == State::Undecided,
            rule: finding.rule.clone(),
        };
        *found.entry(mark).or_default() += 1;
    }
    compare(&expected, &found, &mut failures);
    CaseResult { failures, findings: judgement.findings.len() }
}

/// One place where a finding is expected, or is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    file: String,
    line: u32,
    undecided: bool,
    rule: String,
}

fn compare(expected: &BTreeMap<Mark, usize>, found: &BTreeMap<Mark, usize>, failures: &mut Vec<String>) {
    let places: BTreeSet<&Mark> = expected.keys().chain(found.keys()).collect();
    for mark in places {
        let wanted = expected.get(mark).copied().unwrap_or(0);
        let got = found.get(mark).copied().unwrap_or(0);
        let Mark { file, line, undecided, rule } = mark;
        let what = if *undecided { "undecided" } else { "found" };
        if wanted > got {
            failures.push(format!("{file}:{line}: {rule} expected {wanted} times, {what} {got} times"));
        } else if wanted < got && (!undecided || wanted > 0) {
            failures.push(format!("{file}:{line}: {rule} {what} {got} times, expected {wanted} times"));
        }
    }
}

/// The marks in a case's files, and in those that a function reads, with how often each stands there.
fn marks(
    case: &Case,
    sources: &Sources,
    files: &[source::FileId],
    failures: &mut Vec<String>,
) -> BTreeMap<Mark, usize> {
    let mut marks = BTreeMap::new();
    let texts = sources.ids().into_iter().filter(|id| {
        let file = sources.file(*id);
        file.kind == FileKind::Text && !file.is_made_up() && !files.contains(id)
    });
    for id in files.iter().copied().chain(texts) {
        let file = sources.file(id);
        let mut found = beside(&sources.top().join(&*file.path), failures);
        if !matches!(file.kind, FileKind::TerraformJson | FileKind::VariablesJson | FileKind::ManifestJson) {
            found.extend(file.text.lines().zip(1..).flat_map(|(text, line)| in_comment(text, line)));
        }
        for (line, undecided, rule) in found {
            if rule != case.rule {
                failures.push(format!("{}:{line}: expects {rule}, which is not run here", file.path));
            }
            *marks.entry(Mark { file: file.path.to_string(), line, undecided, rule }).or_default() += 1;
        }
    }
    marks
}

/// `(line, undecided, rule)` for each mark in a line's comment.
fn in_comment(text: &str, line: u32) -> Vec<(u32, bool, String)> {
    let Some((_, comment)) = text.split_once('#') else { return Vec::new() };
    let mut found = Vec::new();
    for part in comment.split('#') {
        for (word, undecided) in [("expect:", false), ("undecided:", true)] {
            let rules = part.trim().strip_prefix(word).unwrap_or_default();
            found.extend(
                rules
                    .split([' ', ','])
                    .filter(|rule| !rule.is_empty())
                    .map(|rule| (line, undecided, rule.to_owned())),
            );
        }
    }
    found
}

/// The marks in the file beside one without comments; none where there is no such file.
fn beside(path: &Path, failures: &mut Vec<String>) -> Vec<(u32, bool, String)> {
    let Some((dir, name)) = path.parent().zip(path.file_name()) else { return Vec::new() };
    let wanted = PathBuf::from(format!("{}.expect", name.to_string_lossy()));
    let texts = source::read_tree(dir, &|path| path == wanted).unwrap_or_default();
    let mut found = Vec::new();
    for line in texts.iter().flat_map(|(_, text)| text.lines()).filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (words.as_slice(), words.first().and_then(|number| number.parse().ok())) {
            ([_, rule], Some(number)) => found.push((number, false, (*rule).to_owned())),
            ([_, "undecided", rule], Some(number)) => found.push((number, true, (*rule).to_owned())),
            _ => failures.push(format!("{}: `{line}` is not `<line> <rule id>`", wanted.display())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_from_comments() {
        let read = |text| in_comment(text, 7);
        assert_eq!(
            read("acl = \"public-read\" # expect: aws-s3-public-acl"),
            [(7, false, "aws-s3-public-acl".to_owned())]
        );
        assert_eq!(read("x # expect: a b # undecided: c").len(), 3);
        assert_eq!(read("# a comment on what to expect: nothing"), []);
        assert_eq!(read("plain"), []);
    }

    #[test]
    fn a_missing_a_surplus_and_a_misplaced_finding_fail() {
        let mark = |line, undecided| Mark { file: "f".into(), line, undecided, rule: "r".into() };
        let check = |expected: &[(Mark, usize)], found: &[(Mark, usize)]| {
            let mut failures = Vec::new();
            let map = |marks: &[(Mark, usize)]| marks.iter().cloned().collect();
            compare(&map(expected), &map(found), &mut failures);
            failures.len()
        };
        assert_eq!(check(&[(mark(1, false), 1)], &[(mark(1, false), 1)]), 0);
        assert_eq!(check(&[(mark(1, false), 1)], &[]), 1);
        assert_eq!(check(&[], &[(mark(1, false), 1)]), 1);
        assert_eq!(check(&[(mark(1, false), 1)], &[(mark(2, false), 1)]), 2);
        assert_eq!(check(&[(mark(1, false), 1)], &[(mark(1, false), 2)]), 1);
        assert_eq!(check(&[], &[(mark(1, true), 1)]), 0, "an undecided finding needs no mark");
        assert_eq!(check(&[(mark(1, true), 1)], &[]), 1);
    }
}
