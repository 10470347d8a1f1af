//! Kubernetes at scale: N generated manifests linted by the binary (CPU time, peak memory), and what a rule costs for
//! each workload. `cargo bench --bench cluster [-- N...]`; `--rules N` tells it rule by rule, `--write DIR N` only
//! writes the manifests.
//!
//! Twice the manifests must take twice the time. Linux only: elsewhere nothing says what a process used.

#![expect(clippy::print_stdout, reason = "a report to the one who runs it")]
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "it writes a directory, runs the binary and takes the time"
)]

mod manifests;
mod process;

use purlin::evaluate::kubernetes;
use purlin::graph::{GraphDocument, ResourceGraph};
use purlin::policy::{self, PolicySet};
use purlin::source::{FileId, FileKind, Sources};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// The binary's own allocator: without it a rule costs twice as much.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 4] = [5_000, 10_000, 20_000, 50_000];
/// Runs of which the fastest counts.
const RUNS: usize = 3;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| one != "--bench").collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let number = |text: &String| text.parse::<usize>().map_err(|_| format!("{text} is not a whole number"));
    if let [flag, dir, size] = arguments
        && flag == "--write"
    {
        return write(Path::new(dir), number(size)?).map_err(|error| error.to_string());
    }
    if let [flag, size] = arguments
        && flag == "--rules"
    {
        return by_rule(number(size)?);
    }
    let sizes: Vec<usize> = match arguments {
        [] => SIZES.to_vec(),
        given => given.iter().map(number).collect::<Result<_, _>>()?,
    };
    println!(
        "{:>10} {:>10} {:>14} {:>10} {:>10} {:>8} {:>10} {:>12}",
        "manifests", "CPU", "per manifest", "memory", "workloads", "rules", "found", "per pair"
    );
    for size in sizes {
        let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
        write(dir.path(), size).map_err(|error| error.to_string())?;
        let (seconds, kilobytes) = process::measure(dir.path())?;
        let each = seconds * 1e6 / whole(size);
        let Pairs { workloads, rules, found, took } = pairs(size)?;
        let pair = took.as_secs_f64() * 1e6 / (whole(workloads) * whole(rules));
        println!(
            "{size:>10} {seconds:>8.2} s {each:>11.0} us {:>7} MB {workloads:>10} {rules:>8} {found:>10} {pair:>9.2} us",
            kilobytes / 1024
        );
    }
    Ok(())
}

fn whole(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn write(dir: &Path, size: usize) -> std::io::Result<()> {
    for (path, text) in manifests::generated(size) {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap_or(dir))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// What the rules over workloads cost on one thread, without showing them the graph.
struct Pairs {
    workloads: usize,
    rules: usize,
    found: usize,
    took: Duration,
}

fn pairs(size: usize) -> Result<Pairs, String> {
    let cluster = Cluster::new(size)?;
    let one = cluster.rules.iter().take(1).cloned().collect();
    // Showing the graph to policies is done once a run, however many there are.
    let ((all, found), (first, _)) = (cluster.time(&cluster.rules), cluster.time(&one));
    let rules = cluster.rules.len().saturating_sub(1);
    let workloads = cluster.document.workloads.len();
    Ok(Pairs { workloads, rules, found, took: all.saturating_sub(first) })
}

/// Each rule alone; what showing the graph costs is in all of them, so the cheapest is taken off.
fn by_rule(size: usize) -> Result<(), String> {
    let cluster = Cluster::new(size)?;
    let workloads = whole(cluster.document.workloads.len());
    let least = cluster.rules.iter().map(|rule| cluster.time(&BTreeSet::from([rule.clone()])).0).min();
    for rule in &cluster.rules {
        let (took, found) = cluster.time(&BTreeSet::from([rule.clone()]));
        let each = took.saturating_sub(least.unwrap_or_default()).as_secs_f64() * 1e6 / workloads;
        println!("{each:>9.2} us {found:>8} {rule}");
    }
    Ok(())
}

/// Generated manifests as policies see them, and the rules over their workloads.
struct Cluster {
    graph: ResourceGraph,
    document: GraphDocument,
    policies: PolicySet,
    rules: BTreeSet<String>,
    thread: rayon::ThreadPool,
}

impl Cluster {
    fn new(size: usize) -> Result<Cluster, String> {
        let sources = Sources::new(".");
        let add = |(path, text): &(String, String)| sources.add(path, FileKind::Manifest, text);
        let files: Vec<FileId> = manifests::generated(size).iter().map(add).collect();
        let graph = ResourceGraph::build(&[], &kubernetes::read(&sources, &files).manifests);
        let document = GraphDocument::new(&graph);
        let policies = PolicySet::builtin();
        let over_workloads = policies.rules().iter().filter(|rule| rule.subjects == ["workloads"]);
        let rules = over_workloads.map(|rule| rule.id.clone()).collect();
        let thread =
            rayon::ThreadPoolBuilder::new().num_threads(1).build().map_err(|error| error.to_string())?;
        Ok(Cluster { graph, document, policies, rules, thread })
    }

    /// What one thread needs to run `rules`, at best, and how much they find.
    fn time(&self, rules: &BTreeSet<String>) -> (Duration, usize) {
        let mut fastest = (Duration::MAX, 0);
        for _ in 0..RUNS {
            let (used, found) = self.thread.install(|| {
                let begin = process::thread_time();
                let run = policy::run(&self.policies, rules, &self.graph, &self.document);
                (process::thread_time().zip(begin), run.violations.len())
            });
            let (end, begin) = used.unwrap_or_default();
            fastest = fastest.min((end.saturating_sub(begin), found));
        }
        fastest
    }
}
