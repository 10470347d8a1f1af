//! The risk of a finding in words.

use super::summary::plural;
use super::text::place;
use crate::finding::{Finding, Lowering};
use crate::risk::{Contribution, Group, RiskScore};

/// Contributions that a line names; the others are counted.
const NAMED: usize = 4;

/// In one line: `48 (high, 35 to 52): reached from the internet +8, ...`; nothing where the finding is not rated.
pub(super) fn line(finding: &Finding) -> Option<String> {
    let risk = finding.risk.as_ref()?;
    let adding: Vec<&Contribution> = risk.contributions.iter().filter(|one| one.points != 0).collect();
    let mut named: Vec<String> = adding.iter().take(NAMED).map(|one| contribution(one)).collect();
    let more: i32 = adding.iter().skip(NAMED).map(|one| one.points).sum();
    if adding.len() > NAMED {
        named.push(format!("{} more {more:+}", adding.len() - NAMED));
    }
    Some(format!("{}: {}", head(risk), named.join(", ")))
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
    let way: Vec<String> = risk.way.iter().map(|one| format!("{} ({})", one.resource, one.note)).collect();
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
    if lines.is_empty() {
        let tried = plural(all.tried, "change");
        lines.push(format!("No single change was found that does, of {tried} that were linted."));
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
    let Lowering { change, effect, others } = one;
    let outcome = match (effect.gone, effect.from, effect.to) {
        (true, Some(from), _) => format!("{from} -> gone"),
        (false, Some(from), Some(to)) => format!("{from} -> {to}"),
        _ => "gone".to_owned(),
    };
    let gone = others.iter().filter(|other| other.gone).count();
    let with = match gone {
        0 => String::new(),
        1 => "; another finding is gone, too".to_owned(),
        _ => format!("; {gone} other findings are gone, too"),
    };
    format!("{}: {} ({outcome}{with})", place(&change.location), change.does)
}
