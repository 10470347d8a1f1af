//! The figures of an evaluation, for people and for programs.

use super::card::shown;
use super::evaluate::{Comparison, CurvePoint, Evaluation, OfOrder};
use super::slices::Slice;
use crate::risk::Model;
use serde_json::json;
use std::fmt::Write as _;

/// In columns.
pub fn figures(model: &Model, evaluation: &Evaluation) -> String {
    let (kappa, equal) = evaluation.agreement;
    let mut text = format!(
        "Model {}\nIn brackets: 95 % intervals over repositories drawn again.\nReviewers agree on {:.1} % of all pairs \
         (kappa {}).\n\n",
        model.digest(),
        100.0 * equal,
        shown(kappa)
    );
    compared(&mut text, "that nothing was learned from", &evaluation.test);
    if let Some(fresh) = &evaluation.fresh {
        compared(&mut text, "that were looked at once", fresh);
    }
    let curve: Vec<String> = (evaluation.curve.iter())
        .map(|CurvePoint { repositories, accuracy }| format!("{repositories}: {:.3}", accuracy.value))
        .collect();
    let _ = writeln!(text, "Accuracy by repositories learned from: {}", curve.join(", "));
    let _ = writeln!(
        text,
        "\nParts of {} pairs against the others, intervals corrected for the number of parts",
        evaluation.sliced
    );
    let width = evaluation.slices.iter().map(|one| one.name.len()).max().unwrap_or_default();
    let _ = writeln!(text, "{:<width$}  pairs  {:<25} overconfidence", "part", "accuracy");
    for Slice { name, pairs, accuracy, overconfidence, verdict } in &evaluation.slices {
        let gaps = [*accuracy, *overconfidence].map(|gap| format!("{:<25}", shown(gap))).join(" ");
        let _ = writeln!(text, "{name:<width$}  {pairs:>5}  {gaps} {}", verdict.name());
    }
    text
}

fn compared(text: &mut String, what: &str, comparison: &Comparison) {
    let Comparison { pairs, repositories, orders } = comparison;
    let _ = writeln!(text, "{pairs} pairs of {repositories} repositories {what}");
    let width = orders.iter().map(|one| one.name.len()).max().unwrap_or_default();
    let column = |text: &str| format!("{text:<22}");
    let mut line = |name: &str, cells: [&str; 4]| {
        let cells: Vec<String> = cells.iter().map(|cell| column(cell)).collect();
        let _ = writeln!(text, "{}", format!("{name:<width$}  {}", cells.join(" ")).trim_end());
    };
    line("order", ["accuracy", "nDCG@10", "precision@10", "learned gains"]);
    for OfOrder { name, accuracy, ndcg, precision, gain } in orders {
        let cells = [*accuracy, *ndcg, *precision, *gain].map(shown);
        let [accuracy, ndcg, precision, gain] = &cells;
        line(name, [accuracy, ndcg, precision, gain]);
    }
    text.push('\n');
}

/// As one object.
pub fn figures_json(model: &Model, evaluation: &Evaluation) -> String {
    let (kappa, equal) = evaluation.agreement;
    let round = |value: f64| (value * 1e4).round() / 1e4;
    let all = json!({
        "version": 1,
        "model": model.digest(),
        "agreement": {"kappa": kappa, "equal": round(equal)},
        "test": evaluation.test,
        "fresh": evaluation.fresh,
        "slices": evaluation.slices,
        "sliced": evaluation.sliced,
        "curve": evaluation.curve,
    });
    format!("{all:#}\n")
}
