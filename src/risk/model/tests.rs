//! Models that may be used, and those that may not.

use super::{BUILTIN, BUILTIN_DIGEST, Model};

#[test]
fn the_shipped_models_can_be_used_and_are_written_as_they_are_read() {
    for text in [BUILTIN, include_str!("../../../data/risk/hand-set.json")] {
        assert_eq!(Model::read(text).unwrap().text(), text);
    }
}

#[test]
fn a_built_in_model_that_is_another_than_was_tested_is_not_used() {
    assert_eq!(Model::read_accepted(BUILTIN, BUILTIN_DIGEST).unwrap(), Model::builtin().unwrap());
    // It could be used, as far as its numbers go.
    let other = BUILTIN.replacen("\"kind\": \"learned\"", "\"kind\": \"taught\"", 1);
    assert!(Model::read(&other).is_ok());
    let refused = Model::read_accepted(&other, BUILTIN_DIGEST).unwrap_err().to_string();
    assert!(refused.starts_with("not a usable risk model: its SHA-256 is "), "{refused}");
}

#[test]
fn a_model_that_could_mislead_is_refused() {
    let broken = |from: &str, to: &str| {
        let text = include_str!("../../../data/risk/hand-set.json");
        assert!(text.contains(from), "{from}");
        Model::read(&text.replacen(from, to, 1)).unwrap_err().to_string()
    };
    // Points that fall, a sum that is not 100, an interval beside its points, a feature that is not there, more fields.
    let errors = [
        broken("[0,3,7,11]", "[0,7,3,11]"),
        broken(
            "\"id\":\"security\",\"points\":[0,3],\"low\":[0,3],\"high\":[0,3]",
            "\"id\":\"security\",\"points\":[0,4],\"low\":[0,4],\"high\":[0,4]",
        ),
        broken("\"low\":[0,3,7,11]", "\"low\":[0,3,7,12]"),
        broken("\"id\":\"power\"", "\"id\":\"prower\""),
        broken("\"format\"", "\"name\":\"x\",\"format\""),
        broken("\"medium\":25", "\"medium\":99"),
        broken("purlin-risk-1", "purlin-risk-2"),
    ];
    insta::assert_snapshot!(errors.join("\n"), @r"
    not a usable risk model: the points of `severity` begin with 0 and never fall
    not a usable risk model: the largest possible score is 101, not 100
    not a usable risk model: an interval of `severity` does not hold its points
    not a usable risk model: `prower` stands where `power` belongs
    not a risk model: unknown field `name`, expected one of `format`, `kind`, `trained_on`, `features`, `bands`, `base`, `adjustments`, `reference` at line 2 column 8
    not a usable risk model: the bands are not in order
    not a usable risk model: its format is `purlin-risk-2`, not `purlin-risk-1`
    ");
}
