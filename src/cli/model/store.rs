//! A team's own models: `model.json` in use, `ledger.jsonl`, and earlier ones in `models/`. Nothing is written unless
//! somebody accepts it by name.

use super::super::args::{RetrainArguments, RollbackArguments, StoreAuditArguments, TextOrJson};
use super::super::terminal::Environment;
use super::super::{Failure, exit, terminal, worker};
use super::{dataset, model, read};
use crate::lint::{self, Settings};
use crate::report::shown;
use crate::risk::{BUILTIN, Model};
use crate::source::digest;
use crate::train::{
    self, Action, Check, Entry, Kept, Ledger, RankChange, Records, Triage, rank_changes, retrain,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn in_use(store: &Path) -> PathBuf {
    store.join("model.json")
}

fn earlier(store: &Path, digest: &str) -> PathBuf {
    store.join("models").join(format!("{digest}.json"))
}

fn shipped() -> Result<Model, Failure> {
    Model::builtin().map_err(|error| Failure(error.to_string()))
}

/// The model in use and the ledger of a store; the shipped model and an empty one where there is none yet.
fn open(store: &Path) -> Result<(Model, Ledger), Failure> {
    let path = store.join("ledger.jsonl");
    let text = if path.exists() { read(&path)? } else { String::new() };
    let ledger = Ledger::read(&text).map_err(|error| Failure(format!("{}: {error}", path.display())))?;
    let current = if in_use(store).exists() { model(&in_use(store))? } else { shipped()? };
    let accepted = ledger.entries.last().map(|entry| entry.after.clone()).unwrap_or(shipped()?.digest());
    if current.digest() != accepted {
        let place = in_use(store);
        return Err(Failure(format!(
            "{}: its SHA-256 is {}, accepted was {accepted}: somebody changed it",
            place.display(),
            current.digest()
        )));
    }
    Ok((current, ledger))
}

/// Writes a model and what the ledger says of it, the model in use last: what is interrupted is found by the audit.
fn keep(store: &Path, before: &Model, after: &Model, line: &str) -> Result<(), Failure> {
    let models = store.join("models");
    std::fs::create_dir_all(&models)
        .map_err(|error| Failure(format!("cannot make {}: {error}", models.display())))?;
    for one in [before, after] {
        terminal::write_file(&earlier(store, &one.digest()), one.text().as_bytes())?;
    }
    terminal::append_file(&store.join("ledger.jsonl"), line.as_bytes())?;
    terminal::write_file(&in_use(store), after.text().as_bytes())?;
    Ok(())
}

fn day(environment: &Environment) -> Option<String> {
    environment.today.map(|day| day.to_string())
}

/// Learns from a team's decisions, shows what would change, and keeps it where somebody accepts.
pub(super) fn run_retrain(arguments: &RetrainArguments, environment: &Environment) -> Result<u8, Failure> {
    let mut records = Records::default();
    let mut digests = Vec::new();
    for file in &arguments.audit {
        let text = read(file)?;
        digests.push(digest(text.as_bytes()));
        records.read(&text).map_err(|error| Failure(format!("{}: {error}", file.display())))?;
    }
    let table = read(&arguments.triage)?;
    let triage = Triage::read(&table, &records)
        .map_err(|error| Failure(format!("{}: {error}", arguments.triage.display())))?;
    let (current, ledger) = open(&arguments.store)?;
    let shipped = shipped()?;
    let (made, changes, records, triage, current) = worker::run(None, true, move |_| {
        let made = retrain(&shipped, &records.findings, &triage.decisions);
        let made = if made.adjustments.is_empty() { shipped } else { made };
        let changes = rank_changes(&records, &current, &made);
        (made, changes, records, triage, current)
    })?;
    // What could not be read again is not kept.
    Model::read(&made.text()).map_err(|error| Failure(format!("no model comes of that: {error}")))?;
    let mut text = counts(&records, &triage);
    let agreed = [&current, &made].map(|model| triage.agreed(&records, model));
    let [before, after] = agreed;
    let all = triage.decisions.len();
    let _ = writeln!(
        text,
        "{before} of {all} decisions are as the model in use ranks, {after} as the new one does\n"
    );
    text.push_str(&adjustments(&current, &made));
    text.push_str(&ranks(&changes));
    if made == current {
        text.push_str("nothing changes\n");
        terminal::print(text.as_bytes())?;
        return Ok(exit::CLEAN);
    }
    match &arguments.accept {
        None => text.push_str(
            "nothing is written; `--accept NAME` keeps the new model, in the name of whoever has read this\n",
        ),
        Some(name) => {
            let entry = Entry {
                triage: Some(digest(table.as_bytes())),
                records: digests,
                decisions: all,
                changed: changes.len(),
                ..accepted(Action::Retrain, &current, &made, name, environment)?
            };
            keep(&arguments.store, &current, &made, &ledger.line(entry))?;
            let _ = writeln!(text, "kept as {}", shown(&in_use(&arguments.store).display().to_string()));
        }
    }
    terminal::print(text.as_bytes())?;
    Ok(exit::CLEAN)
}

fn accepted(
    action: Action,
    before: &Model,
    after: &Model,
    name: &str,
    environment: &Environment,
) -> Result<Entry, Failure> {
    if name.trim().is_empty() {
        return Err(Failure("--accept: write the name of whoever accepts".to_owned()));
    }
    Ok(Entry {
        number: 0,
        previous: String::new(),
        action,
        before: before.digest(),
        after: after.digest(),
        triage: None,
        records: Vec::new(),
        decisions: 0,
        changed: 0,
        accepted_by: name.to_owned(),
        day: day(environment),
    })
}

fn counts(records: &Records, triage: &Triage) -> String {
    let mut text = format!(
        "{} decisions of {} authors on {} findings\n",
        triage.decisions.len(),
        triage.authors,
        records.findings.len()
    );
    for (reason, count) in &triage.left_out {
        let _ = writeln!(text, "{count} left out: {reason}");
    }
    text
}

/// What is added to rules, before and after.
fn adjustments(before: &Model, after: &Model) -> String {
    let mut rules: BTreeMap<&str, [i32; 2]> = BTreeMap::new();
    for (at, model) in [before, after].into_iter().enumerate() {
        for one in &model.adjustments {
            if let Some(slot) = rules.entry(&one.rule).or_default().get_mut(at) {
                *slot = one.points;
            }
        }
    }
    rules.retain(|_, [before, after]| before != after);
    let mut text = String::new();
    if !rules.is_empty() {
        text.push_str("points that decisions add to a rule, before and after\n");
        for (rule, [before, after]) in rules {
            let _ = writeln!(text, "  {before:>+4} -> {after:>+4}  {}", shown(rule));
        }
        text.push('\n');
    }
    text
}

fn ranks(changes: &[RankChange]) -> String {
    let mut text = String::new();
    if !changes.is_empty() {
        let _ = writeln!(text, "{} findings have another rank\n  rank             score", changes.len());
        for RankChange { fingerprint, rule, scores: [before, after], ranks: [from, to] } in changes {
            let ranks = format!("{from} -> {to}");
            let id = fingerprint.get(..12).unwrap_or(fingerprint);
            let _ = writeln!(text, "  {ranks:<16} {before:>3} -> {after:<3}  {} {}", shown(id), shown(rule));
        }
        text.push('\n');
    }
    text
}

/// Takes the model again that stood before the one in use.
pub(super) fn run_rollback(arguments: &RollbackArguments, environment: &Environment) -> Result<u8, Failure> {
    let (current, ledger) = open(&arguments.store)?;
    let Some(before) = ledger.before() else {
        return Err(Failure("the model in use is the first one: there is none before it".to_owned()));
    };
    let shipped = shipped()?;
    let restored =
        if before == shipped.digest() { shipped } else { model(&earlier(&arguments.store, before))? };
    if restored.digest() != before {
        return Err(Failure(format!("the model {before} is not what it is called: somebody changed it")));
    }
    let mut text = adjustments(&current, &restored);
    match &arguments.accept {
        None => text.push_str("nothing is written; `--accept NAME` takes the model before again\n"),
        Some(name) => {
            let entry = accepted(Action::Rollback, &current, &restored, name, environment)?;
            keep(&arguments.store, &current, &restored, &ledger.line(entry))?;
            let _ = writeln!(text, "{} is in use again", restored.digest());
        }
    }
    terminal::print(text.as_bytes())?;
    Ok(exit::CLEAN)
}

/// Looks at a store, or at the shipped model.
pub(super) fn run_audit(arguments: &StoreAuditArguments) -> Result<u8, Failure> {
    let shipped = shipped()?;
    let (rules, _) = lint::rules(&Settings { policies: arguments.policy.clone(), ..all_rules() });
    let mut checks: Vec<Check> = Vec::new();
    let looked_at = match &arguments.store {
        Some(store) => {
            let kept = kept(store)?;
            checks.extend(train::review_store(&kept, &shipped, &rules));
            Model::read(&kept.model).ok()
        }
        None => {
            let found =
                format!("{} is the model that this program was tested with", digest(BUILTIN.as_bytes()));
            checks.push(Check { what: "model", holds: true, found });
            checks.extend(train::review_model(&shipped, &shipped, &rules));
            Some(shipped)
        }
    };
    if let Some((data, model)) = arguments.data.as_ref().zip(looked_at) {
        let data = dataset(data)?;
        checks.push(worker::run(None, true, move |_| train::review_slices(&train::slices(&data, &model).0))?);
    }
    let text = match arguments.format {
        TextOrJson::Json => {
            serde_json::to_string_pretty(&checks).map_err(|error| Failure(error.to_string()))? + "\n"
        }
        TextOrJson::Text => checks.iter().fold(String::new(), |mut text, check| {
            let holds = if check.holds { "ok   " } else { "FAILS" };
            let _ = writeln!(text, "{holds} {:<9} {}", check.what, check.found);
            text
        }),
    };
    terminal::print(text.as_bytes())?;
    Ok(if checks.iter().all(|check| check.holds) { exit::CLEAN } else { exit::FINDINGS })
}

fn all_rules() -> Settings {
    let selection = lint::Selection { profile: Some(lint::RuleSet::All), ..lint::Selection::default() };
    Settings { selection, ..Settings::default() }
}

/// The texts of a store. What is missing is empty, so that the checks say so.
fn kept(store: &Path) -> Result<Kept, Failure> {
    if !store.is_dir() {
        return Err(Failure(format!(
            "--store {}: there is no such directory; make it first",
            store.display()
        )));
    }
    let text = |path: PathBuf| if path.exists() { read(&path) } else { Ok(String::new()) };
    let ledger = text(store.join("ledger.jsonl"))?;
    let mut models = BTreeMap::new();
    for entry in Ledger::read(&ledger).map(|ledger| ledger.entries).unwrap_or_default() {
        for name in [entry.before, entry.after] {
            let text = text(earlier(store, &name))?;
            models.insert(name, text);
        }
    }
    Ok(Kept { ledger, model: text(in_use(store))?, models })
}
