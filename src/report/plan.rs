//! The edits that remove the most risk, as text and as JSON.

use super::Style;
use super::display;
use super::summary::plural;
use super::text::{place, short, wrapped};
use crate::finding::{Appearance, Change, Effect, Location, Stop};
use serde::Serialize;
use std::io::{self, Write};

/// Effects of an edit that are named before the rest is only counted.
const NAMED: usize = 10;
/// What an edit may stop that is told before the rest is only counted.
const STOPS_NAMED: usize = 4;
/// The odds of two logits, in words for people.
const ODDS_OF_TWO: &str = "seven";

/// The edits that together remove the most risk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Plan {
    /// Version of this format; it only ever grows.
    pub version: u32,
    /// Open findings, as `check` tells them: without those that stronger ones cover.
    pub findings: usize,
    /// What they weigh together, in thousandths: the odds of being dealt with first, by which scores were learned. A
    /// finding comes first as often as its weight is of this sum.
    pub risk: i64,
    /// Points of a score that make a finding weigh e times as much.
    pub logit: u32,
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
    /// What it removes from `risk`, with the edits before it made.
    pub removes: i64,
    /// Findings that are gone.
    pub fixes: Vec<Effect>,
    /// Findings that are told only with it made: those that what is gone covered, and lesser ones that it makes.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub brings: Vec<Effect>,
    /// Findings that stay with another score.
    pub others: Vec<Effect>,
    /// What works now and may not with it, as far as the graph knows.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub stops: Vec<Stop>,
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
        let share = share(edit.removes, plan.risk);
        writeln!(out, "\n{:>2}. {bold}{}{plain}  -{share}", at + 1, place(&edit.location))?;
        for change in &edit.changes {
            paragraph(&change.does, 4, style, out)?;
        }
        effects("fixes", &edit.fixes, style, out)?;
        effects("leaves", &edit.brings, style, out)?;
        if !edit.others.is_empty() {
            paragraph(&lowered(&edit.others), 6, style, out)?;
        }
        stops(&edit.stops, style, out)?;
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
        edit.fixes.iter_mut().chain(&mut edit.brings).chain(&mut edit.others).for_each(display::effect);
        edit.stops.iter_mut().for_each(display::stop);
    }
    plan
}

fn headline(plan: &Plan) -> String {
    if plan.findings == 0 {
        return "No findings".to_owned();
    }
    let all = plural(plan.findings, "finding");
    let these = match plan.edits.len() {
        0 => return format!("No edit was found that lowers the risk of {all}"),
        1 => "This edit removes".to_owned(),
        edits => format!("These {edits} edits remove"),
    };
    format!("{these} {} of the risk: {} of {all}", share(plan.removed, plan.risk), plan.gone)
}

/// A part of the whole in percent, in tenths of one where it is less.
fn share(part: i64, whole: i64) -> String {
    let rounded = |scale: i64| (part.max(0) * 2 * scale / whole.max(1) + 1) / 2;
    match (rounded(100), rounded(1000)) {
        (_, 0) => "under 0.1 %".to_owned(),
        (_, tenths @ 1..10) => format!("0.{tenths} %"),
        (100, _) if part < whole => "over 99 %".to_owned(),
        (percent, _) => format!("{percent} %"),
    }
}

/// Effects of one kind, each with what it goes by: that of one that is new is not known to any other command.
fn effects(verb: &str, effects: &[Effect], style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for effect in effects.iter().take(NAMED) {
        let Effect { fingerprint, rule, address, from, to, appears, .. } = effect;
        let score = from.or(*to).map_or_else(String::new, |score| format!(" ({score})"));
        let id = match appears {
            Some(Appearance::New) => String::new(),
            Some(Appearance::Uncovered) | None => format!("{} ", short(fingerprint)),
        };
        let why = match appears {
            Some(Appearance::New) => ", which is new",
            Some(Appearance::Uncovered) => ", told with a stronger one so far",
            None => "",
        };
        paragraph(&format!("{verb} {id}[{rule}] {address}{score}{why}"), 6, style, out)?;
    }
    match effects.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => paragraph(&format!("{verb} {more} more (`-f json` has all)"), 6, style, out),
    }
}

/// What an edit may stop.
fn stops(stops: &[Stop], style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for Stop { address, what, .. } in stops.iter().take(STOPS_NAMED) {
        paragraph(&format!("may stop: {address} {what}"), 6, style, out)?;
    }
    match stops.len().saturating_sub(STOPS_NAMED) {
        0 => Ok(()),
        more => paragraph(&format!("may stop: {more} more (`-f json` has all)"), 6, style, out),
    }
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
         can know are examples."
            .to_owned(),
    ];
    if !plan.edits.is_empty() {
        notes.push(format!(
            "A finding's part of the risk is how often it would be dealt with first: {} more points in the score, {} \
             times as often.",
            2 * plan.logit,
            ODDS_OF_TWO
        ));
    }
    if plan.edits.iter().any(|edit| !edit.stops.is_empty()) {
        notes.push(
            "What an edit may stop is what the configuration shows to work now; whether anybody needs it, it does not say."
                .to_owned(),
        );
    }
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

/// Indented; what an edit's line goes on with a little further.
fn paragraph(text: &str, indent: usize, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let hanging = if indent > 0 { indent + 2 } else { 0 };
    for (at, line) in wrapped(text, style.width.max(40).saturating_sub(hanging)).iter().enumerate() {
        let indent = if at == 0 { indent } else { hanging };
        writeln!(out, "{:indent$}{line}", "")?;
    }
    Ok(())
}
