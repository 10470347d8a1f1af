//! How much of real configurations is known: `cargo bench --bench knowledge -- DIR...`, each directory being one
//! repository; without any, the demo.
//!
//! What is counted: the leaf values of what is written in `resource` and `data` blocks, once for every instance.
//! A leaf is a scalar, a null, an unknown, or a list or map that is empty; nested blocks, lists and maps count
//! through their parts, and so does a structure copied from a variable. A whole resource given as a value is one
//! leaf, since its parts are counted where it is declared. What only the provider sets is written by nobody and
//! not counted. *Partial* is a string of which a part is known: a template with a hole, or `jsonencode` of a
//! structure with one.
//!
//! `--sample N` prints N leaves that are unknown or partial as JSON lines instead, `--known` ones that are known,
//! no expression twice; `--seed S` draws others.

#![expect(clippy::print_stdout, reason = "a report to the one who runs it")]

use purlin::evaluate::terraform::{self, EvaluatedResource, Inputs};
use purlin::evaluate::{Data, LinkKind, MappingKind, Path, Reason, Step, Value};
use purlin::source::{self, DiscoverOptions, FileId, Sources, Span};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

/// What was asked for.
#[derive(Default)]
struct Options {
    directories: Vec<PathBuf>,
    sample: Option<usize>,
    known: bool,
    seed: u64,
}

/// Leaf values by what is known of them.
#[derive(Default)]
struct Counts {
    known: usize,
    partial: BTreeMap<&'static str, usize>,
    unknown: BTreeMap<&'static str, usize>,
    /// Unknown values that do not say where they come from.
    placeless: usize,
}

/// A leaf that may be printed.
struct Leaf {
    file: String,
    span: Span,
    line: Json,
}

/// What one leaf is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Knowledge {
    Known,
    Partial,
    Unknown,
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            println!("{message}");
            return ExitCode::FAILURE;
        }
    };
    let mut total = Counts::default();
    let mut leaves = Vec::new();
    for directory in &options.directories {
        let (counts, found) = measure(directory, &options);
        if options.sample.is_none() {
            counts.print(&directory.display().to_string());
        }
        total.add(&counts);
        leaves.extend(found);
    }
    match options.sample {
        Some(number) => drawn(leaves, number, options.seed).iter().for_each(|leaf| println!("{}", leaf.line)),
        None => total.print("all"),
    }
    match total.placeless {
        0 => ExitCode::SUCCESS,
        number => {
            println!("{number} unknown values do not say where they come from");
            ExitCode::FAILURE
        }
    }
}

fn options(arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    let mut arguments = arguments.filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let mut number = || {
            let text = arguments.next().ok_or_else(|| format!("{argument} needs a number"))?;
            text.parse::<u64>().map_err(|_| format!("{argument}: {text} is not a whole number"))
        };
        match argument.as_str() {
            "--sample" => options.sample = Some(usize::try_from(number()?).unwrap_or(usize::MAX)),
            "--seed" => options.seed = number()?,
            "--known" => options.known = true,
            directory => options.directories.push(directory.into()),
        }
    }
    if options.directories.is_empty() {
        let demo = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/demo");
        options.directories.push(demo);
    }
    match options.directories.iter().find(|directory| !directory.is_dir()) {
        Some(missing) => Err(format!("{}: there is no such directory", missing.display())),
        None => Ok(options),
    }
}

/// Evaluates one repository.
fn measure(directory: &std::path::Path, options: &Options) -> (Counts, Vec<Leaf>) {
    let found = source::discover(
        &[directory.to_path_buf()],
        &DiscoverOptions { root: Some(directory.to_path_buf()), ..DiscoverOptions::default() },
    );
    let evaluation = terraform::evaluate(&found.sources, &found.files, &Inputs::default());
    let mut counts = Counts::default();
    let mut leaves = Vec::new();
    for module in &evaluation.modules {
        for resource in &module.resources {
            walk_written(resource, &mut |value, path| {
                counts.count(value);
                let wanted = (knowledge(value) == Knowledge::Known) == options.known;
                if options.sample.is_some() && wanted {
                    leaves.push(leaf(&found.sources, directory, &module.root, resource, value, path));
                }
            });
        }
    }
    (counts, leaves)
}

/// Calls `each` with every leaf that is written in a resource. What a data source computes is not.
fn walk_written(resource: &EvaluatedResource, each: &mut impl FnMut(&Value, &Path)) {
    for (name, value) in resource.attributes.entries().into_iter().flatten() {
        if matches!(value.origin.link().kind, LinkKind::Attribute(_) | LinkKind::Literal) {
            walk(value, &Path::default().with(Step::Key(name.clone())), each);
        }
    }
}

/// Calls `each` with every leaf below a value.
fn walk(value: &Value, path: &Path, each: &mut impl FnMut(&Value, &Path)) {
    let is_whole_resource =
        matches!(&value.origin.link().kind, LinkKind::Reference(_, read) if read.0.is_empty());
    match &value.data {
        Data::Sequence(_, items) if !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                walk(item, &path.with(Step::Index(at)), each);
            }
        }
        Data::Mapping(_, entries) if !entries.is_empty() && !is_whole_resource => {
            for (key, entry) in entries.iter() {
                walk(entry, &path.with(Step::Key(key.clone())), each);
            }
        }
        // A block without arguments sets nothing.
        Data::Mapping(MappingKind::Resource, entries) if entries.is_empty() => {}
        _ => each(value, path),
    }
}

fn knowledge(value: &Value) -> Knowledge {
    match &value.data {
        Data::Unknown(unknown) if unknown.parts.is_empty() && unknown.encodes.is_none() => Knowledge::Unknown,
        Data::Unknown(_) => Knowledge::Partial,
        _ if value.is_wholly_known() => Knowledge::Known,
        _ => Knowledge::Partial,
    }
}

fn leaf(
    sources: &Sources,
    directory: &std::path::Path,
    root: &str,
    resource: &EvaluatedResource,
    value: &Value,
    path: &Path,
) -> Leaf {
    let span = value.origin.span();
    let file =
        if span.file == FileId::NONE { String::new() } else { sources.file(span.file).path.to_string() };
    let mut line = json!({
        "root": directory.join(root).display().to_string(),
        "address": resource.address,
        "path": path.to_string(),
        "place": format!("{file}:{}", sources.position(span).line),
        "text": sources.text(span),
    });
    if let Some(fields) = line.as_object_mut() {
        match &value.data {
            Data::Unknown(unknown) => {
                fields.insert("reason".to_owned(), unknown.reason.to_string().into());
                fields.insert("partial".to_owned(), (knowledge(value) == Knowledge::Partial).into());
            }
            data => drop(fields.insert("value".to_owned(), scalar(data))),
        }
    }
    Leaf { file, span, line }
}

fn scalar(data: &Data) -> Json {
    match data {
        Data::Bool(flag) => Json::from(*flag),
        Data::Number(number) => number.to_json(),
        Data::String(text) => Json::from(&**text),
        Data::Sequence(..) => json!([]),
        Data::Mapping(..) => json!({}),
        Data::Null | Data::Unknown(_) => Json::Null,
    }
}

/// As many of the leaves as wanted, no expression twice; the same for the same seed.
fn drawn(mut leaves: Vec<Leaf>, number: usize, seed: u64) -> Vec<Leaf> {
    let mut seen = BTreeSet::new();
    leaves.retain(|leaf| seen.insert((leaf.file.clone(), leaf.span)));
    let mut state = seed;
    for at in 0..number.min(leaves.len()) {
        let left = u64::try_from(leaves.len() - at).unwrap_or(u64::MAX);
        let pick = usize::try_from(random(&mut state) % left).unwrap_or_default();
        leaves.swap(at, at + pick);
    }
    leaves.truncate(number);
    leaves
}

/// The next number of the SplitMix64 sequence.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl Counts {
    fn count(&mut self, value: &Value) {
        let Data::Unknown(unknown) = &value.data else {
            match knowledge(value) {
                Knowledge::Known => self.known += 1,
                _ => *self.partial.entry("Structure").or_default() += 1,
            }
            return;
        };
        let counts = match knowledge(value) {
            Knowledge::Partial => &mut self.partial,
            _ => &mut self.unknown,
        };
        *counts.entry(reason_name(&unknown.reason)).or_default() += 1;
        if value.origin.span().file == FileId::NONE {
            self.placeless += 1;
        }
    }

    fn add(&mut self, other: &Counts) {
        self.known += other.known;
        self.placeless += other.placeless;
        for (name, number) in &other.partial {
            *self.partial.entry(name).or_default() += number;
        }
        for (name, number) in &other.unknown {
            *self.unknown.entry(name).or_default() += number;
        }
    }

    fn print(&self, title: &str) {
        let (partial, unknown) = (sum(&self.partial), sum(&self.unknown));
        let all = self.known + partial + unknown;
        println!("{title}: {all} values");
        println!("  {:<18}{:>9} {}", "known", self.known, share(self.known, all));
        println!("  {:<18}{partial:>9} {}", "partial", share(partial, all));
        print_reasons(&self.partial, all);
        println!("  {:<18}{unknown:>9} {}", "unknown", share(unknown, all));
        print_reasons(&self.unknown, all);
    }
}

fn print_reasons(counts: &BTreeMap<&'static str, usize>, all: usize) {
    for (name, number) in counts {
        println!("    {name:<18}{number:>7} {}", share(*number, all));
    }
}

fn sum(counts: &BTreeMap<&'static str, usize>) -> usize {
    counts.values().sum()
}

/// In percent, with one decimal.
fn share(part: usize, all: usize) -> String {
    let tenths = (part * 1_000 + all / 2).checked_div(all).unwrap_or_default();
    format!("{:>3}.{} %", tenths / 10, tenths % 10)
}

fn reason_name(reason: &Reason) -> &'static str {
    match reason {
        Reason::Computed => "Computed",
        Reason::UnsetVariable(_) => "UnsetVariable",
        Reason::Given(_) => "Given",
        Reason::Undeclared(_) => "Undeclared",
        Reason::DataSource(_) => "DataSource",
        Reason::ModuleNotFollowed(_) => "ModuleNotFollowed",
        Reason::Workspace => "Workspace",
        Reason::Terragrunt => "Terragrunt",
        Reason::Overlay => "Overlay",
        Reason::Iteration => "Iteration",
        Reason::Function(_) => "Function",
        Reason::File(_) => "File",
        Reason::Error => "Error",
        Reason::Invalid => "Invalid",
        Reason::Limit => "Limit",
    }
}
