//! References between resources, found through indices: twice the resources must take twice the time, not four
//! times.

use divan::Bencher;
use purlin::evaluate::kubernetes::{self, Manifests};
use purlin::evaluate::terraform::{self, Evaluation, Inputs};
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::source::{FileKind, Sources};
use std::fmt::Write;

const SIZES: [usize; 3] = [500, 1_000, 2_000];

fn main() {
    divan::main();
}

fn terraform(text: &str) -> Evaluation {
    let sources = Sources::new(".");
    let file = sources.add("main.tf", FileKind::Terraform, text);
    terraform::evaluate(&sources, &[file], &Inputs::default())
}

fn manifests(text: &str) -> Manifests {
    let sources = Sources::new(".");
    let file = sources.add("all.yaml", FileKind::Manifest, text);
    kubernetes::read(&sources, &[file])
}

/// As many buckets as public access blocks, each for one bucket.
#[divan::bench(args = SIZES)]
fn buckets_by_reference(bencher: Bencher<'_, '_>, size: usize) {
    let mut text = String::new();
    for at in 0..size {
        let _ = writeln!(text, "resource \"aws_s3_bucket\" \"b{at}\" {{\n  bucket = \"example-{at}\"\n}}");
        let _ = writeln!(text, "resource \"aws_s3_bucket_public_access_block\" \"b{at}\" {{");
        let _ = writeln!(text, "  bucket = aws_s3_bucket.b{at}.id\n  block_public_acls = true\n}}");
    }
    let evaluation = terraform(&text);
    bencher.bench(|| ResourceGraph::build(&evaluation.modules, &[]));
}

/// The same joined by the name that both write.
#[divan::bench(args = SIZES)]
fn buckets_by_name(bencher: Bencher<'_, '_>, size: usize) {
    let mut text = String::new();
    for at in 0..size {
        let _ = writeln!(text, "resource \"aws_s3_bucket\" \"b{at}\" {{\n  bucket = \"example-{at}\"\n}}");
        let _ = writeln!(text, "resource \"aws_s3_bucket_public_access_block\" \"b{at}\" {{");
        let _ = writeln!(text, "  bucket = \"example-{at}\"\n}}");
    }
    let evaluation = terraform(&text);
    bencher.bench(|| ResourceGraph::build(&evaluation.modules, &[]));
}

/// The same expanded from two blocks.
#[divan::bench(args = SIZES)]
fn buckets_expanded(bencher: Bencher<'_, '_>, size: usize) {
    let evaluation = terraform(&format!(
        "resource \"aws_s3_bucket\" \"all\" {{\n  count = {size}\n}}\n\
         resource \"aws_s3_bucket_public_access_block\" \"all\" {{\n  count = {size}\n  \
         bucket = aws_s3_bucket.all[count.index].id\n}}\n"
    ));
    bencher.bench(|| ResourceGraph::build(&evaluation.modules, &[]));
}

/// As many Deployments as Services, all in one namespace with one label in common, each Service for one Deployment.
fn shop(size: usize) -> Manifests {
    let mut text = String::new();
    for at in 0..size {
        let _ = writeln!(
            text,
            "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: app{at}}}\nspec:\n  template:\n    \
             metadata: {{labels: {{app: app{at}, shop: all}}}}\n    \
             spec: {{containers: [{{name: app, image: app}}]}}\n\
             ---\napiVersion: v1\nkind: Service\nmetadata: {{name: app{at}}}\n\
             spec: {{selector: {{app: app{at}, shop: all}}}}"
        );
    }
    manifests(&text)
}

#[divan::bench(args = SIZES)]
fn pods_by_label(bencher: Bencher<'_, '_>, size: usize) {
    let manifests = shop(size);
    bencher.bench(|| ResourceGraph::build(&[], &manifests.manifests));
}

#[divan::bench(args = SIZES)]
fn document(bencher: Bencher<'_, '_>, size: usize) {
    let graph = ResourceGraph::build(&[], &shop(size).manifests);
    bencher.bench(|| GraphDocument::new(&graph));
}
