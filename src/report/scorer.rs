//! The risk model itself, in words: every feature with its levels, their points and the intervals of these.

use super::Style;
use super::display::line as shown;
use super::text::wrapped;
use crate::risk::model::{LARGEST, TrainedOn};
use crate::risk::{Adjustment, FEATURES, Group, Model, Points, feature::Definition};
use serde_json::json;
use std::io::{self, Write};

/// Columns that a level's points take.
const POINTS: usize = 14;

/// Writes a model for people.
///
/// # Errors
/// What `out` says.
pub fn write_model(model: &Model, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let width = style.width.max(40);
    writeln!(out, "Risk model {} ({})", model.digest(), shown(&model.kind))?;
    if let Some(trained) = &model.trained_on {
        writeln!(
            out,
            "learned from {} pairs of {} repositories, penalty {} towards {} logits a point of the rubric, data {}",
            trained.pairs,
            trained.repositories,
            shown(&trained.penalty),
            shown(&trained.rubric),
            shown(&trained.data)
        )?;
    }
    let bands = &model.bands;
    let about = format!(
        "A score is the sum of the points below, one level of each feature, 0 to {LARGEST}: medium from {}, high from \
         {}, top from {}. In brackets the interval of the points over repositories drawn again (5 % to 95 %). What is \
         unknown counts as the higher level. No feature looks at names, paths or comments.",
        bands.medium, bands.high, bands.top
    );
    for line in wrapped(&about, width) {
        writeln!(out, "{line}")?;
    }
    for (group, name) in [(Group::Impact, "Impact"), (Group::Exposure, "Exposure")] {
        let of_group: Vec<(&Definition, &Points)> =
            FEATURES.iter().zip(&model.features).filter(|(one, _)| one.group == group).collect();
        let most: u32 = of_group.iter().filter_map(|(_, points)| points.points.last()).sum();
        writeln!(out, "\n{name}: at most {most} of {LARGEST}")?;
        for (definition, points) in of_group {
            feature(definition, points, width, out)?;
        }
    }
    team(model, width, out)
}

/// What a team's decisions add, where the model is made of any.
fn team(model: &Model, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let Some(base) = &model.base else { return Ok(()) };
    let about = format!(
        "What the decisions of a team add to the findings of a rule, at most {} points either way, and within 0 to \
         {LARGEST}. All else is as in the model {}.",
        model.logit(),
        shown(base)
    );
    writeln!(out, "\nTeam")?;
    for line in wrapped(&about, width) {
        writeln!(out, "{line}")?;
    }
    for Adjustment { rule, points } in &model.adjustments {
        writeln!(out, "  {points:>+4}  {}", shown(rule))?;
    }
    Ok(())
}

fn feature(definition: &Definition, points: &Points, width: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n  {}", definition.id)?;
    for line in wrapped(&definition.in_full(), width - 4) {
        writeln!(out, "    {line}")?;
    }
    let intervals = points.low.iter().zip(&points.high);
    for ((level, at), (low, high)) in definition.levels.iter().zip(&points.points).zip(intervals) {
        let interval = format!("{at:>4} [{low}-{high}]");
        writeln!(out, "  {interval:<POINTS$}{level}")?;
    }
    Ok(())
}

/// Writes a model for programs.
///
/// # Errors
/// What `out` says.
pub fn write_model_json(model: &Model, out: &mut dyn Write) -> io::Result<()> {
    let feature = |(definition, points): (&Definition, &Points)| {
        let intervals = points.low.iter().zip(&points.high);
        let levels: Vec<_> = (definition.levels.iter().zip(&points.points).zip(intervals))
            .map(|((level, at), (low, high))| json!({"level": level, "points": at, "low": low, "high": high}))
            .collect();
        json!({
            "id": definition.id,
            "group": definition.group,
            "definition": definition.in_full(),
            "levels": levels,
        })
    };
    let features: Vec<_> = FEATURES.iter().zip(&model.features).map(feature).collect();
    let trained_on = model.trained_on.clone().map(|trained| TrainedOn {
        penalty: shown(&trained.penalty),
        rubric: shown(&trained.rubric),
        data: shown(&trained.data),
        ..trained
    });
    let adjustments =
        model.adjustments.iter().map(|one| json!({"rule": shown(&one.rule), "points": one.points}));
    let all = json!({
        "version": 1,
        "digest": model.digest(),
        "format": model.format,
        "kind": shown(&model.kind),
        "trained_on": trained_on,
        "largest": LARGEST,
        "bands": model.bands,
        "features": features,
        "base": model.base.as_deref().map(shown),
        "adjustments": adjustments.collect::<Vec<_>>(),
    });
    writeln!(out, "{all:#}")
}
