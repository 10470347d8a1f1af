//! The figures of an evaluation, for people and for programs.

use super::card::shown;
use super::evaluate::{Evaluation, OfOrder};
use super::slices::Slice;
use crate::risk::Model;
use serde_json::json;
use std::fmt::Write as _;

/// In columns.
pub fn figures(model: &Model, evaluation: &Evaluation) -> String {
    let (pairs, repositories) = evaluation.size;
    let (kappa, equal) = evaluation.agreement;
    let mut text = format!(
        "Model {}\n{pairs} pairs of {repositories} repositories that nothing was learned from. In brackets: 95 % \
         intervals over repositories drawn again.\nReviewers agree on {:.1} % of all pairs (kappa {kappa:.2}).\n\n",
        model.digest(),
        100.0 * equal
    );
    let width = evaluation.orders.iter().map(|one| one.name.len()).max().unwrap_or_default();
    let column = |text: &str| format!("{text:<22}");
    let mut line = |name: &str, cells: [&str; 4]| {
        let cells: Vec<String> = cells.iter().map(|cell| column(cell)).collect();
        let _ = writeln!(text, "{}", format!("{name:<width$}  {}", cells.join(" ")).trim_end());
    };
    line("order", ["accuracy", "nDCG@10", "precision@10", "learned gains"]);
    for OfOrder { name, accuracy, ndcg, precision, gain } in &evaluation.orders {
        let cells = [*accuracy, *ndcg, *precision, *gain].map(shown);
        let [accuracy, ndcg, precision, gain] = &cells;
        line(name, [accuracy, ndcg, precision, gain]);
    }
    let curve: Vec<String> =
        evaluation.curve.iter().map(|(count, accuracy)| format!("{count}: {accuracy:.3}")).collect();
    let _ = writeln!(text, "\nAccuracy by repositories learned from: {}", curve.join(", "));
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

/// As one object.
pub fn figures_json(model: &Model, evaluation: &Evaluation) -> String {
    let (pairs, repositories) = evaluation.size;
    let (kappa, equal) = evaluation.agreement;
    let round = |value: f64| (value * 1e4).round() / 1e4;
    let curve: Vec<_> = (evaluation.curve.iter())
        .map(|(count, accuracy)| json!({"repositories": count, "accuracy": round(*accuracy)}))
        .collect();
    let all = json!({
        "version": 1,
        "model": model.digest(),
        "pairs": pairs,
        "repositories": repositories,
        "agreement": {"kappa": round(kappa), "equal": round(equal)},
        "orders": evaluation.orders,
        "slices": evaluation.slices,
        "sliced": evaluation.sliced,
        "curve": curve,
    });
    format!("{all:#}\n")
}
