//! The end of every report for people: what was found, what was looked at, and what was not.

use super::text::wrapped;
use super::{Report, Style, Summary};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Paths and calls named before the rest is only counted.
const NAMED: usize = 5;

/// Writes the summary of a report that tells the findings under so many heads.
pub(super) fn write(report: &Report, heads: usize, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let summary = &report.summary;
    let (bold, plain) = if style.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let under = match style.grouped && !style.quiet && heads < summary.groups {
        true => format!(", told under {}", plural(heads, "head")),
        false => String::new(),
    };
    writeln!(out, "{bold}{}{plain}{under}", verdict(summary))?;
    for notice in [looked_at(summary)].into_iter().chain(notices(summary)) {
        for (at, line) in wrapped(&notice, style.width.max(40) - 2).iter().enumerate() {
            writeln!(out, "{}{line}", if at == 0 { "" } else { "  " })?;
        }
    }
    writeln!(
        out,
        "{} selected, {} had something to look at",
        plural(summary.rules_selected, "rule"),
        summary.rules_run
    )
}

/// What was left out and what could not be decided, a sentence each: nothing is skipped in silence.
pub(super) fn notices(summary: &Summary) -> Vec<String> {
    let skipped = summary.files_skipped.iter().map(|skipped| {
        let files = plural(skipped.files.len(), "file");
        format!("{files} skipped, {}: {}", skipped.reason, some_of(&skipped.files))
    });
    aside(summary)
        .into_iter()
        .chain(skipped)
        .chain(documents(summary))
        .chain(unruled(summary))
        .chain(charts(summary))
        .chain(module_calls(summary))
        .chain(before_overlays(summary))
        .chain(left_to_strict(summary))
        .chain(undecided(summary))
        .chain(suppressed(summary))
        .chain(baselined(summary))
        .collect()
}

/// `3 findings in 2 groups: 1 critical, 2 high`.
pub(super) fn verdict(summary: &Summary) -> String {
    let total: usize = summary.open.values().sum();
    let by_severity: Vec<String> = ["critical", "high", "medium", "low"]
        .iter()
        .filter_map(|name| {
            summary.open.get(*name).filter(|count| **count > 0).map(|count| format!("{count} {name}"))
        })
        .collect();
    let mut text = match total {
        0 => "No findings".to_owned(),
        _ => format!("{}{}: {}", plural(total, "finding"), groups(summary, total), by_severity.join(", ")),
    };
    if summary.below_min_severity > 0 {
        text.push_str(&format!(" ({} below --min-severity not shown)", summary.below_min_severity));
    }
    text
}

/// ` in 12 groups`, where some of the findings are alike.
fn groups(summary: &Summary, findings: usize) -> String {
    match summary.groups {
        0 => String::new(),
        groups if groups == findings => String::new(),
        groups => format!(" in {}", plural(groups, "group")),
    }
}

fn looked_at(summary: &Summary) -> String {
    format!(
        "{} of {} linted, {} not infrastructure code; {}, {}",
        summary.files_linted,
        plural(summary.files_found, "file"),
        summary.files_not_ours,
        roots(summary),
        plural(summary.resources, "resource"),
    )
}

/// `2 Terraform roots in 3 environments (dev, prod, test)`.
fn roots(summary: &Summary) -> String {
    let roots = plural(summary.roots, "Terraform root");
    match summary.environments.len() {
        0 => roots,
        all => format!("{roots} in {} ({})", plural(all, "environment"), some_of(&summary.environments)),
    }
}

/// What the names of directories tell, and no more: such findings count like any other.
fn aside(summary: &Summary) -> Option<String> {
    let total: usize = summary.open_aside.values().sum();
    let by_name: Vec<String> =
        summary.open_aside.iter().map(|(name, count)| format!("{count} below {name}/")).collect();
    (total > 0).then(|| {
        let verb = if total == 1 { "lies" } else { "lie" };
        format!("{total} of the findings {verb} in examples and tests: {}", by_name.join(", "))
    })
}

fn documents(summary: &Summary) -> Option<String> {
    let total: usize = summary.documents_skipped.values().sum();
    let reasons: Vec<String> =
        summary.documents_skipped.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    (total > 0).then(|| {
        format!(
            "{} of {} in these files are no objects of a cluster: {}",
            total,
            plural(summary.documents, "document"),
            reasons.join(", ")
        )
    })
}

fn unruled(summary: &Summary) -> Option<String> {
    let (total, named) = counted(&summary.providers_without_rules)?;
    let resources = plural(total, "resource");
    Some(format!("{resources} not judged, no rule being about their provider: {named}"))
}

fn charts(summary: &Summary) -> Option<String> {
    let (total, named) = counted(&summary.charts_not_rendered)?;
    Some(format!("{} not rendered, what they make is not looked at: {named}", plural(total, "chart release")))
}

/// How many there are and how many of each, the most first; none where there are none.
fn counted(counts: &BTreeMap<String, usize>) -> Option<(usize, String)> {
    let mut each: Vec<(&String, usize)> = counts.iter().map(|(name, count)| (name, *count)).collect();
    each.sort_by_key(|(_, count)| Reverse(*count));
    let total: usize = each.iter().map(|(_, count)| count).sum();
    let named: Vec<String> = each.iter().map(|(name, count)| format!("{name} ({count})")).collect();
    (total > 0).then(|| (total, some_of(&named)))
}

fn module_calls(summary: &Summary) -> Option<String> {
    let missed = &summary.module_calls_not_followed;
    (!missed.is_empty()).then(|| {
        format!(
            "{} of {} not followed, what depends on them is undecided (`terraform init` fetches them into \
             .terraform/modules, `module_sources` in .purlin.yaml maps them to directories): {}",
            missed.len(),
            plural(summary.module_calls, "module call"),
            some_of(missed)
        )
    })
}

fn before_overlays(summary: &Summary) -> Option<String> {
    let count = summary.before_overlays;
    (count > 0).then(|| {
        format!(
            "{} of objects that overlays change, which are judged as they are written",
            plural(count, "finding")
        )
    })
}

fn undecided(summary: &Summary) -> Option<String> {
    (summary.undecided > 0).then(|| {
        let mostly = summary.undecided_mostly.as_ref().map_or_else(String::new, |mostly| {
            let what = &mostly.what;
            match mostly.resources {
                all if all == summary.undecided_resources => format!("; what is missing is {what}"),
                1 => format!("; 1 of the resources waits for {what}"),
                count => format!("; {count} of the resources wait for {what}"),
            }
        });
        let values = match summary.undecided_places {
            0 | 1 => "a value".to_owned(),
            places => format!("{places} values"),
        };
        format!(
            "{} of {} undecided, since {values} cannot be known (--fail-on-unknown lists them){mostly}",
            plural(summary.undecided, "check"),
            plural(summary.undecided_resources, "resource"),
        )
    })
}

fn left_to_strict(summary: &Summary) -> Option<String> {
    (summary.left_to_strict > 0).then(|| {
        let findings = plural(summary.left_to_strict, "finding");
        format!("{findings} of rights that programs cannot do without left out (--profile strict has one for each program)")
    })
}

fn suppressed(summary: &Summary) -> Option<String> {
    (summary.suppressed > 0).then(|| {
        let others = match summary.suppressed_for_others {
            0 => String::new(),
            all if all == summary.suppressed => " for other linters".to_owned(),
            some => format!(", {some} of them by comments for other linters"),
        };
        format!(
            "{} suppressed by comments{others} (--show-suppressed lists them)",
            plural(summary.suppressed, "finding")
        )
    })
}

fn baselined(summary: &Summary) -> Option<String> {
    let Summary { baselined, baseline_gone: gone, .. } = *summary;
    let left = (baselined > 0).then(|| {
        format!("{} of the baseline left out (--show-suppressed lists them)", plural(baselined, "finding"))
    });
    let gone = (gone > 0).then(|| {
        let verb = if gone == 1 { "is" } else { "are" };
        format!("{} of the baseline {verb} gone (`purlin baseline` writes it anew)", plural(gone, "finding"))
    });
    let said: Vec<String> = left.into_iter().chain(gone).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The first few, and how many there are more.
fn some_of(all: &[String]) -> String {
    let named = all.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// `1 file`, `2 files`.
pub(super) fn plural(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
