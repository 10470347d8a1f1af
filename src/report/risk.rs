//! The risk of a finding in words.

use super::summary::plural;
use super::text::place;
use crate::finding::{Effect, Finding, Lowering};
use crate::risk::{Contribution, Feature, Group, RiskScore};
use std::cmp::Reverse;

/// Contributions that a line names at most; the others are counted.
const NAMED: usize = 4;

/// In one line: `48 (high, 35 to 52): open to every address +10, ..., 5 more +23`; nothing where the finding is not
/// rated. Named is what sets it apart: of what all have in common a reader learns nothing.
pub(super) fn line(finding: &Finding) -> Option<String> {
    let risk = finding.risk.as_ref()?;
    let adding: Vec<&Contribution> = risk.contributions.iter().filter(|one| one.points != 0).collect();
    let apart = apart(risk);
    let mut named: Vec<String> = apart.iter().map(|one| contribution(one)).collect();
    let more = sum(&adding) - sum(&apart);
    if adding.len() > apart.len() {
        named.push(format!("{} more {more:+}", adding.len() - apart.len()));
    }
    Some(format!("{}: {}", head(risk), named.join(", ")))
}

/// What adds more than it usually does, the most beyond that first; what adds most where nothing does. Not the severity,
/// which stands above every finding.
fn apart(risk: &RiskScore) -> Vec<&Contribution> {
    let beyond = |one: &Contribution| one.points - one.usual.unwrap_or_default();
    let severity = Feature::Severity.definition().id;
    let counts = |one: &&Contribution| one.points != 0 && one.feature != severity;
    let mut adding: Vec<&Contribution> = risk.contributions.iter().filter(counts).collect();
    // Stable: the most points first where as much is beyond.
    adding.sort_by_key(|one| Reverse(beyond(one)));
    let count = adding.iter().take(NAMED).filter(|one| beyond(one) > 0).count().max(1);
    adding.truncate(count);
    adding
}

fn sum(contributions: &[&Contribution]) -> i32 {
    contributions.iter().map(|one| one.points).sum()
}

fn head(risk: &RiskScore) -> String {
    let RiskScore { score, band, low, high, .. } = risk;
    match low == high {
        true => format!("{score} ({})", band.name()),
        false => format!("{score} ({}, {low} to {high})", band.name()),
    }
}

fn contribution(one: &Contribution) -> String {
    let unknown = if one.unknown { " if so" } else { "" };
    format!("{}{unknown} {:+}", one.level, one.points)
}

/// In sentences, for the story of a finding.
pub(super) fn paragraphs(risk: &RiskScore) -> Vec<String> {
    let mut lines = vec![format!(
        "{} of 100. It says where the finding stands among those of this repository; it is no probability.",
        head(risk)
    )];
    for (group, name) in [(Group::Impact, "Impact"), (Group::Exposure, "Exposure"), (Group::Team, "Team")] {
        let of_group = risk.contributions.iter().filter(|one| one.group == group && one.points != 0);
        let sum: i32 = of_group.clone().map(|one| one.points).sum();
        let parts: Vec<String> = of_group.map(contribution).collect();
        if !parts.is_empty() {
            lines.push(format!("{name} {sum} = {}.", parts.join(", ")));
        }
    }
    let usual =
        |one: &&Contribution| Some(format!("{} ({:+}, usually {:+})", one.level, one.points, one.usual?));
    let apart: Vec<String> = apart(risk).iter().filter_map(usual).collect();
    if !apart.is_empty() {
        lines.push(format!("What sets it apart: {}.", apart.join(", ")));
    }
    let at_one = risk.way.chunk_by(|one, next| one.resource == next.resource).filter_map(|stations| {
        let notes: Vec<&str> = stations.iter().map(|one| one.note.as_str()).collect();
        Some(format!("{} ({})", stations.first()?.address, notes.join("; ")))
    });
    let way: Vec<String> = at_one.collect();
    if !way.is_empty() {
        lines.push(format!("The way from the internet: {}.", way.join(", then ")));
    }
    let unknown: Vec<&str> =
        risk.contributions.iter().filter(|one| one.unknown).map(|one| one.feature).collect();
    if !unknown.is_empty() {
        lines.push(format!("Not known, so the worse is assumed: {}.", unknown.join(", ")));
    }
    if !risk.notes.is_empty() {
        lines.push(format!("To be taken with care: {}.", risk.notes.join("; ")));
    }
    lines
}

/// What would lower it, an item for each change; nothing where that was not asked for.
pub(super) fn lowering(finding: &Finding) -> Option<Vec<String>> {
    let all = finding.lowerings.as_ref()?;
    let mut lines: Vec<String> = all.changes.iter().map(change).collect();
    match (lines.is_empty(), all.tried) {
        (false, _) => {}
        (true, 0) => lines.push("There is no value here for which another one could be tried.".to_owned()),
        (true, tried) => {
            let tried = plural(tried, "change");
            let paired = match all.paired {
                0 => String::new(),
                paired => format!(", and no two together, of {}", plural(paired, "pair")),
            };
            lines.push(format!("No single change was found that does, of {tried} that were linted{paired}."));
        }
    }
    if all.refused > 0 {
        let changes = plural(all.refused, "change");
        lines.push(format!("{changes} would, but the platform refuses what they make beside what is there."));
    }
    if all.untried > 0 {
        lines.push(format!(
            "{} more were not linted, since there are too many.",
            plural(all.untried, "change")
        ));
    }
    Some(lines)
}

fn change(one: &Lowering) -> String {
    let Lowering { change, with, effect, others } = one;
    let outcome = match (effect.gone, effect.from, effect.to) {
        (true, Some(from), _) => format!("{from} -> gone"),
        (false, Some(from), Some(to)) => format!("{from} -> {to}"),
        _ => "gone".to_owned(),
    };
    let gone = match others.iter().filter(|other| other.gone).count() {
        0 => String::new(),
        1 => "; another finding is gone, too".to_owned(),
        gone => format!("; {gone} other findings are gone, too"),
    };
    let brings: String = others.iter().filter_map(brought).collect();
    let steps = [change].into_iter().chain(with);
    let steps: Vec<String> =
        steps.map(|change| format!("{}: {}", place(&change.location), change.does)).collect();
    format!("{} ({outcome}{gone}{brings})", steps.join(", together with "))
}

/// What is told only with a change.
fn brought(one: &Effect) -> Option<String> {
    let score = one.to.map_or_else(String::new, |score| format!(" ({score})"));
    one.appears.map(|_| format!("; leaves [{}] {}{score}", one.rule, one.address))
}
