//! Whether a team's model is what its ledger says, and still the shipped one in everything that the guards rest on.

use super::ledger::Ledger;
use super::slices::{Slice, Verdict};
use crate::policy::{Rule, Severity};
use crate::report::shown;
use crate::risk::Model;
use crate::source::digest;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What was looked at, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was looked at.
    pub what: &'static str,
    /// Whether it is as it has to be.
    pub holds: bool,
    /// In words.
    pub found: String,
}

fn check(what: &'static str, outcome: Result<String, String>) -> Check {
    let holds = outcome.is_ok();
    // A ledger and a model are files that anybody may have written.
    Check { what, holds, found: shown(&outcome.unwrap_or_else(|found| found)) }
}

/// The texts of a store.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Its ledger.
    pub ledger: String,
    /// The model in use.
    pub model: String,
    /// Earlier models, by the SHA-256 that their names say.
    pub models: BTreeMap<String, String>,
}

/// What a store's ledger and models are, beside the shipped model and the rules that there are.
pub fn review_store(kept: &Kept, shipped: &Model, rules: &[Rule]) -> Vec<Check> {
    let read = Ledger::read(&kept.ledger);
    let entries = read.as_ref().map(|ledger| ledger.entries.as_slice()).unwrap_or_default();
    let chain = match &read {
        Ok(_) if entries.is_empty() => Err("it has no entry".to_owned()),
        Ok(_) => Ok(format!("the chain of {} entries holds", entries.len())),
        Err(broken) => Err(broken.to_string()),
    };
    let is = digest(kept.model.as_bytes());
    let accepted = match entries.last() {
        Some(last) if last.after == is => Ok(format!("{is} is what {} accepted last", last.accepted_by)),
        Some(last) => Err(format!("its SHA-256 is {is}, accepted was {}", last.after)),
        None => Err("nothing says that anybody accepted it".to_owned()),
    };
    let named: BTreeSet<&str> =
        entries.iter().flat_map(|entry| [entry.before.as_str(), entry.after.as_str()]).collect();
    let shipped_digest = shipped.digest();
    let whole = |name: &&str| {
        *name == shipped_digest || kept.models.get(*name).is_some_and(|text| digest(text.as_bytes()) == *name)
    };
    let lost: Vec<&str> = named.iter().copied().filter(|name| !whole(name)).collect();
    let history = match lost.is_empty() {
        true => Ok(format!("all {} models that the ledger names can be restored", named.len())),
        false => Err(format!("missing, or not what they are called: {}", lost.join(", "))),
    };
    let mut checks = vec![check("ledger", chain), check("model", accepted), check("history", history)];
    match Model::read(&kept.model) {
        Ok(model) => checks.extend(review_model(&model, shipped, rules)),
        Err(error) => checks.push(check("ranges", Err(error.to_string()))),
    }
    checks
}

/// What a model is, beside the shipped one.
pub fn review_model(model: &Model, shipped: &Model, rules: &[Rule]) -> Vec<Check> {
    let logit = model.logit();
    let ranges = Ok(format!(
        "points never fall and add up to 100, levels lie in their intervals, no rule is moved by more than {logit} points"
    ));
    let plain = Model {
        kind: shipped.kind.clone(),
        base: shipped.base.clone(),
        adjustments: shipped.adjustments.clone(),
        ..model.clone()
    };
    let own = model.base.as_deref().is_none_or(|base| base == shipped.digest());
    let guards = match () {
        () if !own => Err("it was made from another shipped model than this program has: retrain it".to_owned()),
        () if plain != *shipped => {
            Err("it differs from the shipped model in more than what a team's decisions add to rules".to_owned())
        }
        () => Ok("it knows levels of features and ids of rules, no names: all that is tested of the shipped model holds"
            .to_owned()),
    };
    let severity: BTreeMap<&str, Severity> =
        rules.iter().map(|rule| (rule.id.as_str(), rule.metadata.custom.severity)).collect();
    let lowered: Vec<String> = model
        .adjustments
        .iter()
        .filter(|one| one.points < 0 && severity.get(one.rule.as_str()) == Some(&Severity::Critical))
        .map(|one| one.rule.clone())
        .collect();
    let critical = match lowered.is_empty() {
        true => Ok("no rule of critical severity is moved down".to_owned()),
        false => Err(format!("moved down: {}", lowered.join(", "))),
    };
    vec![check("ranges", ranges), check("guards", guards), check("critical", critical)]
}

/// Whether a model does worse on a part of the judged pairs.
pub fn review_slices(slices: &[Slice]) -> Check {
    let of = |verdict: Verdict| slices.iter().filter(move |slice| slice.verdict == verdict);
    let fail: Vec<&str> = of(Verdict::Fails).map(|slice| slice.name.as_str()).collect();
    let outcome = match fail.is_empty() {
        true => {
            let (pass, few) = (of(Verdict::Passes).count(), of(Verdict::TooFew).count());
            Ok(format!("none of {pass} is surely worse by more than 0.10; {few} are too small to tell"))
        }
        false => Err(format!("surely worse by more than 0.10: {}", fail.join(", "))),
    };
    check("parts", outcome)
}
