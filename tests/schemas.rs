//! The JSON schemas in `docs/` say what is written: `PURLIN_UPDATE=1 cargo test --test schemas` brings them up to date.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

use purlin::graph::GraphDocument;
use purlin::lint::Configuration;
use purlin::report::AuditLine;
use schemars::Schema;

#[expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test compares what lies in this repository"
)]
fn check(path: &str, schema: &Schema) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let generated = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var("PURLIN_UPDATE").is_ok() {
        std::fs::write(&path, &generated).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == generated,
        "{} is stale: run PURLIN_UPDATE=1 cargo test --test schemas",
        path.display()
    );
}

#[test]
fn the_graph_document_has_its_schema() {
    check("docs/graph-document.schema.json", &schemars::schema_for!(GraphDocument));
}

#[test]
fn the_audit_record_has_its_schema() {
    check("docs/audit.schema.json", &schemars::schema_for!(AuditLine));
}

#[test]
fn the_configuration_file_has_its_schema() {
    check("docs/configuration.schema.json", &schemars::schema_for!(Configuration));
}

#[test]
fn the_baseline_has_its_schema() {
    check("docs/baseline.schema.json", &schemars::schema_for!(purlin::finding::Baseline));
}

#[test]
fn the_plan_has_its_schema() {
    check("docs/plan.schema.json", &schemars::schema_for!(purlin::report::Plan));
}
