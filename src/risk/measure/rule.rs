//! What a rule says by itself.

use super::{Level, Measurement};
use crate::policy::{Profile, Rule, Severity, WorstCase};
use crate::risk::feature::Feature;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Severities that other linters give their checks, as published: check, linter, severity.
static VENDORS: LazyLock<BTreeMap<&str, Vec<(&str, u8)>>> = LazyLock::new(|| {
    let mut table: BTreeMap<&str, Vec<(&str, u8)>> = BTreeMap::new();
    for line in include_str!("../vendor_severities.tsv").lines() {
        let mut fields = line.split('\t');
        if let (Some(check), Some(vendor), Some(severity)) = (fields.next(), fields.next(), fields.next()) {
            let rank = ["low", "medium", "high", "critical"].iter().position(|one| *one == severity);
            if let Some(rank) = rank.and_then(|rank| u8::try_from(rank).ok()) {
                table.entry(check).or_default().push((vendor, rank));
            }
        }
    }
    table
});

pub(super) fn measure(rule: &Rule, found: &mut Measurement) {
    let metadata = &rule.metadata;
    let own = rank(metadata.custom.severity);
    found.set(Feature::Severity, Level::known(own));
    let worst = metadata.custom.worst_case.unwrap_or_else(|| WorstCase::of(metadata.custom.severity));
    found.set(Feature::Gain, Level::known(worst.gain as u8));
    found.set(Feature::Origin, Level::known(worst.from as u8));
    found.set(Feature::Effort, Level::known(worst.effort as u8));
    let (consensus, unrated) = consensus(own, &metadata.custom.aliases);
    found.set(Feature::Consensus, consensus);
    found.unrated = unrated;
    let has = |profile: Profile| metadata.custom.profiles.contains(&profile);
    found.set(Feature::Common, Level::known(u8::from(has(Profile::Default))));
    found.set(Feature::Security, Level::known(u8::from(has(Profile::Security))));
}

fn rank(severity: Severity) -> u8 {
    match severity {
        Severity::Low => 0,
        Severity::Medium => 1,
        Severity::High => 2,
        Severity::Critical => 3,
    }
}

/// The median of all linters' opinions in half ranks, one opinion a linter; and whether there is none but our own.
fn consensus(own: u8, aliases: &[String]) -> (Level, bool) {
    let mut opinions: BTreeMap<&str, u8> = BTreeMap::new();
    for (vendor, rank) in aliases.iter().filter_map(|alias| VENDORS.get(alias.as_str())).flatten() {
        let opinion = opinions.entry(vendor).or_default();
        *opinion = (*opinion).max(*rank);
    }
    let mut ranks: Vec<u8> = opinions.values().copied().chain([own]).collect();
    ranks.sort_unstable();
    let middle = |at: usize| ranks.get(at).copied().unwrap_or(own);
    let halves = middle(ranks.len() / 2) + middle((ranks.len() - 1) / 2);
    let level = |halves: u8| halves.min(5);
    let least = ranks.first().copied().unwrap_or(own);
    let most = ranks.last().copied().unwrap_or(own);
    (Level { at: level(halves), least: level(2 * least), most: level(2 * most) }, opinions.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{VENDORS, consensus};
    use crate::risk::measure::Level;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../vendor_severities.tsv").lines().count();
        assert_eq!(VENDORS.values().map(Vec::len).sum::<usize>(), lines);
    }

    #[test]
    fn the_median_counts_and_the_spread_is_kept() {
        assert_eq!(consensus(1, &[]), (Level::known(2), true));
        // Trivy says high, Kubescape says high.
        let (level, unrated) = consensus(1, &["KSV-0017".to_owned(), "C-0057".to_owned()]);
        assert_eq!((level, unrated), (Level { at: 4, least: 2, most: 4 }, false));
    }
}
