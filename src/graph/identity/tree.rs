//! Documents with holes: what a policy document is read from, however it is written.

use super::text::{HOLE, Text};
use crate::evaluate::{Barren, Data, Origin, Part, Path, Reason, Step, Value, json_text};
use crate::graph::ResourceIndex;
use crate::graph::link::{Instances, Source, source};
use std::collections::BTreeMap;

/// Levels of a document; deeper ones count as unknown.
const MAX_DEPTH: usize = 32;
/// Parts of a document; further ones count as unknown. The largest that AWS takes have some 2,000.
const MAX_PARTS: usize = 50_000;

/// A part of a document.
#[derive(Clone, Debug)]
pub(in crate::graph) enum Node {
    /// Absent or null.
    Absent,
    /// A string, number or boolean, known or not; what cannot be told to be anything else is one too.
    Text(Text),
    /// A list, and what stands in it for further elements.
    List(Vec<Node>, Vec<Further>),
    /// An object, and its entries whose keys are not known, each with what is known of the key.
    Object(BTreeMap<String, Node>, Vec<(Text, Node)>),
}

/// Any number of further elements of a list.
#[derive(Clone, Debug)]
pub(in crate::graph) enum Further {
    /// Of which nothing is known.
    Any,
    /// Each like this, as far as that is known.
    Like(Node),
}

static ABSENT: Node = Node::Absent;

impl Node {
    /// An entry of an object.
    pub(super) fn get(&self, key: &str) -> &Node {
        match self {
            Node::Object(entries, _) => entries.get(key).unwrap_or(&ABSENT),
            _ => &ABSENT,
        }
    }

    /// Whether nothing is known of it.
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Node::Text(text) if text.is_hole())
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Node::Absent)
    }

    /// The text that it is.
    pub(super) fn text(&self) -> Option<&Text> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of a list, or the one that stands for a list of one; each with its steps below this.
    pub(super) fn each(&self) -> Vec<(Option<usize>, &Node)> {
        match self {
            Node::List(items, _) => items.iter().enumerate().map(|(at, item)| (Some(at), item)).collect(),
            Node::Absent => Vec::new(),
            one => vec![(None, one)],
        }
    }

    /// Whether it is a list or object with further parts that are unknown.
    pub(super) fn has_further(&self) -> bool {
        match self {
            Node::List(_, further) => !further.is_empty(),
            Node::Object(_, open) => !open.is_empty(),
            _ => false,
        }
    }

    /// What stands for the further elements of a list.
    pub(super) fn further(&self) -> &[Further] {
        match self {
            Node::List(_, further) => further,
            _ => &[],
        }
    }
}

/// The path of an element that [`Node::each`] gives.
pub(super) fn element(path: &Path, at: Option<usize>) -> Path {
    at.map_or_else(|| path.clone(), |at| path.with(Step::Index(at)))
}

/// Reads values of one graph.
pub(in crate::graph) struct Reader<'a> {
    instances: Instances<'a>,
    barren: Barren,
}

impl<'a> Reader<'a> {
    pub(in crate::graph) fn new(instances: Instances<'a>) -> Reader<'a> {
        Reader { instances, barren: Barren::default() }
    }

    /// The document that an attribute of a resource holds.
    pub(in crate::graph) fn document(&mut self, from: ResourceIndex, value: &Value) -> Node {
        let mut reading = Reading { reader: self, from, left: MAX_PARTS };
        reading.value(value, 0)
    }

    /// The text that an attribute of a resource is.
    pub(super) fn text(&mut self, from: ResourceIndex, value: &Value) -> Text {
        let mut reading = Reading { reader: self, from, left: MAX_PARTS };
        reading.text(value)
    }
}

struct Reading<'r, 'a> {
    reader: &'r mut Reader<'a>,
    from: ResourceIndex,
    left: usize,
}

impl Reading<'_, '_> {
    fn value(&mut self, value: &Value, depth: usize) -> Node {
        if depth > MAX_DEPTH || self.left == 0 {
            return Node::Text(Text::known(&HOLE.to_string()));
        }
        self.left -= 1;
        match &value.data {
            Data::Null => Node::Absent,
            Data::Sequence(_, items) => {
                let listed = items.iter().filter(|item| !item.stands_for_many());
                let listed: Vec<Node> = listed.map(|item| self.value(item, depth + 1)).collect();
                let further = items.iter().filter(|item| item.stands_for_many());
                Node::List(listed, further.map(|item| self.further(item, depth)).collect())
            }
            Data::Mapping(_, entries) => {
                let read = entries.iter().map(|(key, value)| (key.to_string(), self.value(value, depth + 1)));
                Node::Object(read.collect(), Vec::new())
            }
            Data::Unknown(unknown) if !unknown.keyed.is_empty() => self.keyed(&unknown.keyed, depth),
            _ => self.scalar(value, depth),
        }
    }

    fn further(&mut self, many: &Value, depth: usize) -> Further {
        many.each().map_or(Further::Any, |each| Further::Like(self.value(each, depth + 1)))
    }

    /// An object of which some keys are unknown.
    fn keyed(&mut self, entries: &[(Value, Value)], depth: usize) -> Node {
        let (mut known, mut open) = (BTreeMap::new(), Vec::new());
        for (key, value) in entries {
            let value = self.value(value, depth + 1);
            match key.as_str() {
                Some(key) => drop(known.insert(key.to_owned(), value)),
                None => open.push((self.text(key), value)),
            }
        }
        Node::Object(known, open)
    }

    fn scalar(&mut self, value: &Value, depth: usize) -> Node {
        if let Some(inside) = value.encoded() {
            return self.value(inside, depth + 1);
        }
        match json_text::decoded(value).filter(|_| depth == 0) {
            Some(inside) => self.value(&inside, depth + 1),
            None => Node::Text(self.text(value)),
        }
    }

    fn text(&mut self, value: &Value) -> Text {
        let mut text = Text { refers: self.refers(value), ..Text::default() };
        self.append(value, &mut text, 0);
        text
    }

    fn append(&mut self, value: &Value, text: &mut Text, depth: usize) {
        match &value.data {
            _ if value.sensitive => text.push_hole(station(&value.origin)),
            Data::String(known) => text.text.push_str(known),
            Data::Bool(flag) => text.text.push_str(if *flag { "true" } else { "false" }),
            Data::Number(number) => text.text.push_str(&number.to_json().to_string()),
            Data::Unknown(unknown) if !unknown.parts.is_empty() && depth < MAX_DEPTH => {
                for part in &unknown.parts {
                    match part {
                        Part::Text(known) => text.text.push_str(known),
                        Part::Hole(hole) => self.append(hole, text, depth + 1),
                    }
                }
            }
            _ => text.push_hole(station(&value.origin).filter(|_| is_given_elsewhere(value))),
        }
    }

    fn refers(&mut self, value: &Value) -> Vec<(ResourceIndex, Path)> {
        let references = value.origin.references_but(&mut self.reader.barren);
        let resolve = |(id, read)| {
            let targets = self.reader.instances.targets(&id, self.from);
            targets.into_iter().map(move |target| (target, Path::clone(&read)))
        };
        references.into_iter().flat_map(resolve).collect()
    }
}

/// The place that an unknown value comes from, where it is not an attribute of a resource.
fn station(origin: &Origin) -> Option<usize> {
    match source(origin)? {
        Source::Station(at) => Some(at),
        Source::Attribute(..) | Source::Own(_) => None,
    }
}

/// Whether a value is unknown because whoever applies the configuration gives it, or a module that is not here.
fn is_given_elsewhere(value: &Value) -> bool {
    let Data::Unknown(unknown) = &value.data else { return false };
    matches!(unknown.reason, Reason::UnsetVariable(_) | Reason::ModuleNotFollowed(_))
}
