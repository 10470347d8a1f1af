//! Each value of a case made unknown in turn, and what its rule makes of that.

use super::unknown;
use crate::evaluate::{Data, Step, Value};
use crate::graph::GraphDocument;
use crate::lint::cases::Case;
use crate::lint::change::declared::Declared;
use crate::lint::change::edit::{Change, Edit, Hiding, inside};
use crate::policy::PolicySet;

/// What hiding the values of a case showed.
#[derive(Debug, Default)]
pub struct Hidden {
    /// How often a value was made unknown.
    pub tried: usize,
    /// Of these, in texts that hold JSON or YAML.
    pub in_texts: usize,
    /// Where the rule reports what it did not, passes what it reported, or breaks; in words.
    pub complaints: Vec<String>,
}

/// Makes each value that the files of a case declare unknown, one at a time, and a text also unknown but there.
#[must_use]
pub fn hide(case: &Case, policies: &PolicySet) -> Hidden {
    let mut hidden = Hidden::default();
    let declared = Declared::of(case);
    let graph = declared.graph();
    let known = match unknown::judge(&case.rule, policies, &graph, &GraphDocument::new(&graph)) {
        Ok(known) => known,
        Err(broken) => {
            hidden.complaints.push(format!("{}: {broken}", case.name));
            return hidden;
        }
    };
    for slot in declared.slots() {
        let Some(whole) = declared.value(&slot) else { continue };
        let is_object = declared.is_object(&slot);
        let mut places = Places { is_object, ..Places::default() };
        places.visit(whole);
        for Place { path, hiding, in_text } in places.found {
            let change = Change { path, edit: Edit::Hide(hiding) };
            let Some(changed) = change.apply(whole, is_object) else { continue };
            let graph = declared.with(&slot, changed).graph();
            let document = GraphDocument::new(&graph);
            hidden.tried += 1;
            hidden.in_texts += usize::from(in_text);
            let model = (&graph, &document);
            let found = unknown::complaints(case, &change, policies, &known, model);
            let of = declared.name(&slot);
            let said = |one| format!("{} {one} (in {of}, {hiding:?})", case.rule);
            hidden.complaints.extend(found.into_iter().map(said));
        }
    }
    hidden
}

/// A value that is there to be hidden, and how.
struct Place {
    path: Vec<Step>,
    hiding: Hiding,
    in_text: bool,
}

#[derive(Default)]
struct Places {
    is_object: bool,
    in_text: bool,
    path: Vec<Step>,
    found: Vec<Place>,
}

impl Places {
    fn visit(&mut self, value: &Value) {
        if !self.is_object
            && let Some(inner) = inside(value)
        {
            let outside = std::mem::replace(&mut self.in_text, true);
            self.visit(&inner);
            self.in_text = outside;
            return;
        }
        for (key, child) in value.entries().into_iter().flatten() {
            self.child(Step::Key(key.clone()), child);
        }
        for (at, child) in value.items().into_iter().flatten().enumerate() {
            self.child(Step::Index(at), child);
        }
    }

    fn child(&mut self, step: Step, child: &Value) {
        self.path.push(step);
        if !matches!(child.data, Data::Null | Data::Unknown(_)) && !self.names_it() {
            self.push(Hiding::Whole);
            if child.as_str().is_some_and(|text| !text.is_empty()) && inside(child).is_none() {
                self.push(Hiding::Filled);
            }
        }
        self.visit(child);
        self.path.pop();
    }

    fn push(&mut self, hiding: Hiding) {
        self.found.push(Place { path: self.path.clone(), hiding, in_text: self.in_text });
    }

    /// Whether the path leads to what names a Kubernetes object or says what it is: always written out.
    fn names_it(&self) -> bool {
        let names = ["apiVersion", "kind", "metadata"];
        self.is_object && matches!(self.path.as_slice(), [Step::Key(key)] if names.contains(&&**key))
    }
}
