//! Terraform's syntaxes: any text is read without a panic or a hang, and diagnostics point into it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use purlin::parse::hcl;
use purlin::source::{FileKind, Sources};

fuzz_target!(|text: &str| {
    let sources = Sources::new(".");
    for kind in [FileKind::Terraform, FileKind::TerraformJson, FileKind::VariablesJson] {
        let id = sources.add("main.tf", kind, text);
        let (_, diagnostics) = hcl::parse(&sources, id);
        for diagnostic in diagnostics {
            let span = diagnostic.span.expect("a syntax error has a place");
            assert!(text.get(span.range()).is_some());
        }
        let _ = hcl::parse_expression(id, text, 0);
        let _ = hcl::parse_template(id, text, 0);
    }
});
