//! What a policy looks at: its subjects, and the attribute paths it reads of them and of what it looks up.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Stands for every kind of resource.
pub const EVERY_KIND: &str = "*";
/// The subject of policies that iterate over `input.workloads`.
pub const WORKLOADS: &str = "workloads";
/// The subjects of policies that iterate over a list of facts: `input.identities`, ...
pub const FACTS: [&str; 4] = ["credential_flows", "exposures", "identities", "outdated_apis"];

/// One step of a path that a policy reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// A constant key.
    Key(String),
    /// Any key or position.
    Any,
    /// Not what lies there, but how long it is.
    Length,
}

/// A path that a policy reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Read {
    /// From the resource's attributes, the pod's spec or the container.
    pub path: Vec<Step>,
    /// What of the value matters.
    pub depth: Depth,
}

/// What of a value matters to a policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Depth {
    /// That there is one, and what kind of value it is.
    Seen,
    /// Also whether it is one of these texts.
    Compared(BTreeSet<String>),
    /// All of it, and what lies beneath: it is handed to a builtin, or compared with what is not written in the policy.
    Deep,
}

/// Above this many texts that a value is compared with it counts as looked at as a whole.
const MAX_COMPARED: usize = 64;

impl Depth {
    /// Both.
    pub fn join(&mut self, other: Depth) {
        *self = match (std::mem::replace(self, Depth::Seen), other) {
            (Depth::Compared(mut own), Depth::Compared(other)) => {
                own.extend(other);
                if own.len() > MAX_COMPARED { Depth::Deep } else { Depth::Compared(own) }
            }
            (own, other) => own.max(other),
        };
    }
}

/// What a policy looks at. Wider than the truth where it cannot be told, never narrower.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footprint {
    /// Kinds it returns as `resource`; [`WORKLOADS`], [`FACTS`] and [`EVERY_KIND`] are among them.
    pub subjects: BTreeSet<String>,
    /// By kind, or [`EVERY_KIND`]: paths it reads below `attributes`.
    pub attributes: BTreeMap<String, Vec<Read>>,
    /// Paths it reads below a workload's `pod_spec`.
    pub pod: Vec<Read>,
    /// Paths it reads below a container's `spec`.
    pub container: Vec<Read>,
    /// Paths it reads below a workload's `labels`.
    pub labels: Vec<Read>,
    /// By list of facts: paths it reads below an element.
    pub facts: BTreeMap<String, Vec<Read>>,
    /// Lists of facts of which it reads what is unknown: it says itself what that leaves undecided.
    pub answers: BTreeSet<String>,
    /// Whether it follows references from one resource to another.
    pub follows: bool,
}

impl Read {
    fn new(path: &[Step], depth: &Depth) -> Read {
        Read { path: path.to_vec(), depth: depth.clone() }
    }

    /// Whether what it says matters, not only that it is there.
    pub fn is_looked_at(&self) -> bool {
        self.depth != Depth::Seen
    }

    /// Whether what lies beneath matters too.
    pub fn is_deep(&self) -> bool {
        self.depth == Depth::Deep
    }

    /// Whether a field of a fact, or what lies beneath it, is part of what is read.
    pub fn touches(&self, field: &[String]) -> bool {
        let same = |(own, other): (&Step, &String)| match own {
            Step::Key(own) => own == other,
            Step::Any | Step::Length => true,
        };
        self.path.iter().zip(field).all(same) && (field.len() <= self.path.len() || self.is_deep())
    }
}

impl Footprint {
    /// Of a policy that cannot be analysed: every path of every kind.
    pub fn everything() -> Footprint {
        let all = vec![Read::new(&[], &Depth::Deep)];
        Footprint {
            subjects: BTreeSet::from([EVERY_KIND.to_owned()]),
            attributes: BTreeMap::from([(EVERY_KIND.to_owned(), all.clone())]),
            pod: all.clone(),
            container: all.clone(),
            facts: FACTS.iter().map(|list| ((*list).to_owned(), all.clone())).collect(),
            labels: all,
            answers: BTreeSet::new(),
            follows: true,
        }
    }

    /// From places below `input`: those returned as `resource`, and those read.
    pub fn new(resources: &BTreeSet<Vec<Step>>, reads: &BTreeMap<Vec<Step>, Depth>) -> Footprint {
        let mut footprint = Footprint::default();
        for place in resources {
            footprint.subjects.insert(subject(place).to_owned());
        }
        if footprint.subjects.is_empty() {
            footprint.subjects.insert(EVERY_KIND.to_owned());
        }
        for (place, depth) in reads {
            footprint.add(place, depth);
        }
        footprint.attributes.values_mut().for_each(reduce);
        footprint.attributes.retain(|_, reads| !reads.is_empty());
        footprint.facts.values_mut().for_each(reduce);
        reduce(&mut footprint.pod);
        reduce(&mut footprint.container);
        reduce(&mut footprint.labels);
        footprint
    }

    fn add(&mut self, place: &[Step], depth: &Depth) {
        let deep = *depth == Depth::Deep;
        let mut steps = place.iter();
        match steps.next() {
            None if deep => *self = Footprint { subjects: self.subjects.clone(), ..Footprint::everything() },
            None => {}
            Some(Step::Key(key)) if key == "workloads" => self.add_workload(steps.as_slice(), depth),
            Some(Step::Key(key)) if key == "resources" => self.add_resource(steps.as_slice(), depth),
            Some(Step::Key(list)) => {
                self.add_fact(list, steps.as_slice(), depth);
                match steps.as_slice() {
                    [_, Step::Key(field), ..] if field == "unknown" => self.answers.extend([list.clone()]),
                    // Facts lead to other resources as references do.
                    [_, Step::Key(field), ..] if field == "reaches" => self.follows = true,
                    _ => {}
                }
            }
            Some(Step::Length) => {}
            Some(Step::Any) => {
                self.add_workload(steps.as_slice(), depth);
                self.add_resource(steps.as_slice(), depth);
                FACTS.iter().for_each(|list| self.add_fact(list, steps.as_slice(), depth));
            }
        }
    }

    fn add_fact(&mut self, list: &str, place: &[Step], depth: &Depth) {
        let path = match place {
            [_, path @ ..] => path,
            [] if *depth == Depth::Deep => &[],
            [] => return,
        };
        if FACTS.contains(&list) {
            self.facts.entry(list.to_owned()).or_default().push(Read::new(path, depth));
        }
    }

    fn add_resource(&mut self, place: &[Step], depth: &Depth) {
        let deep = *depth == Depth::Deep;
        let Some((kind, rest)) = place.split_first() else {
            if deep {
                self.attributes.entry(EVERY_KIND.to_owned()).or_default().push(Read::new(&[], &Depth::Deep));
            }
            return;
        };
        let kind = match kind {
            Step::Key(kind) => kind.as_str(),
            Step::Any => EVERY_KIND,
            Step::Length => return,
        };
        let reads = self.attributes.entry(kind.to_owned()).or_default();
        match rest {
            [] | [_] if deep => reads.push(Read::new(&[], &Depth::Deep)),
            [_, Step::Key(field), path @ ..] if field == "attributes" => reads.push(Read::new(path, depth)),
            [_, Step::Key(field), ..] if field == "references" || field == "referred_by" => {
                self.follows = true
            }
            [_, Step::Any, path @ ..] => {
                reads.push(Read::new(path, depth));
                self.follows = true;
            }
            _ => {}
        }
    }

    fn add_workload(&mut self, place: &[Step], depth: &Depth) {
        let deep = *depth == Depth::Deep;
        let (field, rest) = match place {
            [_, Step::Key(field), rest @ ..] => (field.as_str(), rest),
            [] | [_] if deep => ("*", place),
            [_, Step::Any, rest @ ..] => ("*", rest),
            _ => return,
        };
        let whole = field == "*";
        let (rest, depth) = if whole { (&[][..], &Depth::Deep) } else { (rest, depth) };
        if field == "pod_spec" || whole {
            self.pod.push(Read::new(rest, depth));
        }
        if field == "labels" || whole {
            self.labels.push(Read::new(rest, depth));
        }
        if field == "containers" || whole {
            self.add_container(rest, depth);
        }
    }

    fn add_container(&mut self, place: &[Step], depth: &Depth) {
        let deep = *depth == Depth::Deep;
        for list in ["containers", "initContainers", "ephemeralContainers"] {
            self.pod.push(Read::new(&[Step::Key(list.to_owned()), Step::Any], &Depth::Seen));
        }
        match place {
            [] | [_] if deep => self.container.push(Read::new(&[], &Depth::Deep)),
            [_, Step::Any, path @ ..] => self.container.push(Read::new(path, depth)),
            [_, Step::Key(field), path @ ..] if field == "spec" => {
                self.container.push(Read::new(path, depth))
            }
            [_, Step::Key(field)] if field == "name" => {
                self.container.push(Read::new(&[Step::Key("name".to_owned())], depth));
            }
            _ => {}
        }
    }
}

/// The subject that a returned place belongs to.
fn subject(place: &[Step]) -> &str {
    match place {
        [Step::Key(section), ..] if section == "workloads" => WORKLOADS,
        [Step::Key(section), _, Step::Key(field)] if FACTS.contains(&section.as_str()) && field == "id" => {
            section
        }
        // What a fact names as the place of something is about whom the fact is about.
        [Step::Key(section), _, .., Step::Key(field)]
            if FACTS.contains(&section.as_str()) && field == "resource" =>
        {
            section
        }
        // What a resource refers to is about that resource.
        [Step::Key(section), Step::Key(kind), _, .., Step::Key(field)]
            if section == "resources" && field == "id" =>
        {
            kind
        }
        _ => EVERY_KIND,
    }
}

/// Drops reads that others imply: what lies beneath a deep read, and a shallow read above another one.
fn reduce(reads: &mut Vec<Read>) {
    reads.sort();
    reads.dedup();
    let all = reads.clone();
    reads.retain(|read| {
        !all.iter().any(|other| {
            let below = read.path.len() > other.path.len() && read.path.starts_with(&other.path);
            let above = other.path.len() > read.path.len() && other.path.starts_with(&read.path);
            let same = read.path == other.path && read != other;
            (other.is_deep() && (below || same)) || (read.depth == Depth::Seen && above)
        })
    });
}
