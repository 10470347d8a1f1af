//! The edits that remove the most risk, as text and as JSON.

use super::Style;
use super::display;
use super::summary::plural;
use super::text::{place, short, wrapped};
use crate::finding::{Change, Effect, Location};
use serde::Serialize;
use std::io::{self, Write};

/// Effects of an edit that are named before the rest is only counted.
const NAMED: usize = 10;

/// The edits that together remove the most risk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Plan {
    /// Version of this format; it only ever grows.
    pub version: u32,
    /// Open findings.
    pub findings: usize,
    /// The sum of their scores.
    pub risk: i64,
    /// The edits, what removes most first.
    pub edits: Vec<PlannedEdit>,
    /// Findings that are gone with all of them made.
    pub gone: usize,
    /// What all of them remove from `risk`.
    pub removed: i64,
    /// Findings that no change was found for that removes them.
    pub without_edit: usize,
    /// Changes that were linted.
    pub tried: usize,
    /// Changes that were left out, since there are too many.
    pub untried: usize,
}

/// An edit of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PlannedEdit {
    /// The line.
    pub location: Location,
    /// What to change there.
    pub changes: Vec<Change>,
    /// What it removes from the sum of scores, with the edits before it made.
    pub removes: i64,
    /// Findings that are gone.
    pub fixes: Vec<Effect>,
    /// Findings that stay with another score.
    pub others: Vec<Effect>,
}

/// Writes the plan for people, or as JSON.
pub fn write_plan(plan: &Plan, json: bool, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let plan = shown(plan);
    if json {
        serde_json::to_writer_pretty(&mut *out, &plan)?;
        return out.write_all(b"\n");
    }
    let (bold, plain) = if style.color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    writeln!(out, "{bold}{}{plain}", headline(&plan))?;
    for (at, edit) in plan.edits.iter().enumerate() {
        writeln!(out, "\n{:>2}. {bold}{}{plain}  -{}", at + 1, place(&edit.location), edit.removes)?;
        for change in &edit.changes {
            paragraph(&change.does, 4, style, out)?;
        }
        for effect in edit.fixes.iter().take(NAMED) {
            paragraph(&format!("fixes {}", words(effect)), 6, style, out)?;
        }
        if let Some(more) = edit.fixes.len().checked_sub(NAMED).filter(|more| *more > 0) {
            paragraph(&format!("fixes {more} more (`-f json` has all)"), 6, style, out)?;
        }
        if !edit.others.is_empty() {
            paragraph(&lowered(&edit.others), 6, style, out)?;
        }
    }
    if !plan.edits.is_empty() {
        writeln!(out)?;
    }
    for note in notes(&plan) {
        paragraph(&note, 0, style, out)?;
    }
    Ok(())
}

fn shown(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for edit in &mut plan.edits {
        display::location(&mut edit.location);
        edit.changes.iter_mut().for_each(display::change);
        edit.fixes.iter_mut().chain(&mut edit.others).for_each(display::effect);
    }
    plan
}

fn headline(plan: &Plan) -> String {
    if plan.findings == 0 {
        return "No findings".to_owned();
    }
    let all = plural(plan.findings, "finding");
    match plan.edits.len() {
        0 => format!("No edit was found that lowers the risk of {all}"),
        edits => {
            let share = plan.removed * 100 / plan.risk.max(1);
            let edits = plural(edits, "edit");
            format!(
                "{edits}: {} of {} points of risk ({share} %), {} of {all}",
                plan.removed, plan.risk, plan.gone
            )
        }
    }
}

fn words(effect: &Effect) -> String {
    let Effect { fingerprint, rule, address, from, .. } = effect;
    let score = from.map_or_else(String::new, |from| format!(" ({from})"));
    format!("{} [{rule}] {address}{score}", short(fingerprint))
}

/// What stays, with how much less.
fn lowered(others: &[Effect]) -> String {
    let fall = |one: &Effect| i64::from(one.from.unwrap_or_default()) - i64::from(one.to.unwrap_or_default());
    let sum: i64 = others.iter().map(fall).sum();
    match sum {
        1.. => format!("lowers {} by {sum} in all", plural(others.len(), "other")),
        _ => format!("raises {} by {} in all", plural(others.len(), "other"), -sum),
    }
}

fn notes(plan: &Plan) -> Vec<String> {
    let mut notes = vec![
        "Each edit was made to the evaluated configuration and linted; no file is changed. Names and values that only you \
         know stand for themselves."
            .to_owned(),
    ];
    if plan.without_edit > 0 {
        let one = plural(plan.without_edit, "finding");
        notes.push(format!(
            "{one} that no single change was found for; `purlin explain` tells how to fix each."
        ));
    }
    if plan.untried > 0 {
        let (tried, untried) = (plural(plan.tried, "change"), plan.untried);
        notes.push(format!(
            "{tried} were linted, {untried} more were not: lint directories apart, or select rules."
        ));
    }
    notes
}

fn paragraph(text: &str, indent: usize, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for line in wrapped(text, style.width.max(40).saturating_sub(indent)) {
        writeln!(out, "{:indent$}{line}", "")?;
    }
    Ok(())
}
