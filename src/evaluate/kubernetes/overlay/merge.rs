//! What a patch changes of an object: strategic merging, and the operations of RFC 6902.

use super::mark::{Cause, Mark, Step};
use crate::evaluate::kubernetes::Deed;
use crate::evaluate::{Data, Value};
use crate::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Steps of a path in an operation; no field lies deeper.
const MAX_STEPS: usize = 64;

/// Values that patches are compared with in one run.
pub(super) const MAX_COMPARED: usize = 50_000_000;

/// Compares patches with an object.
pub(super) struct Merger<'a> {
    pub(super) overlay: &'a Arc<str>,
    /// Lists of its kind are merged by key.
    pub(super) built_in: bool,
    /// Values that may still be compared.
    pub(super) left: &'a mut usize,
}

impl Merger<'_> {
    pub(super) fn all(&self, place: Span, deed: Deed) -> Mark {
        Mark::All(Cause { place, overlay: self.overlay.clone(), deed })
    }

    /// Everything of an object but what it is called.
    pub(super) fn whole(&self, base: &Value, place: Span, deed: Deed) -> Mark {
        let fields = base.entries().into_iter().flatten().map(|(key, _)| key);
        let fields = fields.filter(|key| !matches!(&***key, "apiVersion" | "kind" | "metadata"));
        let mut found = Mark::none();
        for key in fields {
            found.join(Mark::at(Step::Field(key.clone()), self.all(place, deed)));
        }
        for key in ["labels", "annotations"] {
            let mark = Mark::at(Step::Field(key.into()), self.all(place, deed));
            found.join(Mark::at(Step::Field("metadata".into()), mark));
        }
        found
    }

    /// What a document that is merged into an object changes.
    pub(super) fn document(&mut self, base: &Value, patch: &Value) -> Mark {
        let Some(fields) = patch.entries() else { return Mark::none() };
        match directive(patch) {
            Some(Deed::Removes) => return self.all(patch.origin.span(), Deed::Removes),
            Some(deed) => return self.whole(base, patch.origin.span(), deed),
            None => {}
        }
        let mut found = Mark::none();
        for (key, value) in fields {
            match &**key {
                "apiVersion" | "kind" => {}
                "metadata" => {
                    for (key, value) in value.entries().into_iter().flatten() {
                        if !matches!(&**key, "name" | "namespace") {
                            let held = base.get("metadata").and_then(|metadata| metadata.get(key));
                            let mark = self.field(held, key, value);
                            found.join(Mark::at(Step::Field("metadata".into()), mark));
                        }
                    }
                }
                _ => found.join(self.field(base.get(key), key, value)),
            }
        }
        found
    }

    fn field(&mut self, base: Option<&Value>, key: &Arc<str>, patch: &Value) -> Mark {
        if let Some(list) = key.strip_prefix("$deleteFromPrimitiveList/") {
            return Mark::at(Step::Field(list.into()), self.all(patch.origin.span(), Deed::Removes));
        }
        if key.starts_with('$') {
            return Mark::none();
        }
        match self.value(base, key, patch) {
            mark if mark.is_none() => mark,
            mark => Mark::at(Step::Field(key.clone()), mark),
        }
    }

    fn value(&mut self, base: Option<&Value>, key: &str, patch: &Value) -> Mark {
        let here = patch.origin.span();
        if *self.left == 0 {
            return self.all(here, Deed::MaySet);
        }
        *self.left -= 1;
        let base = base.filter(|base| !matches!(base.data, Data::Null));
        match (base.map(|base| &base.data), &patch.data) {
            (None, Data::Null) => Mark::none(),
            (Some(Data::Mapping(..)) | None, Data::Mapping(_, fields)) => {
                if let Some(deed) = directive(patch) {
                    return self.all(here, deed);
                }
                if base.is_none() && fields.is_empty() {
                    return self.all(here, Deed::Sets);
                }
                let mut found = Mark::none();
                for (key, value) in fields.iter() {
                    found.join(self.field(base.and_then(|base| base.get(key)), key, value));
                }
                found
            }
            (Some(Data::Sequence(_, held)), Data::Sequence(_, items)) if self.built_in => {
                self.list(held, key, items, here)
            }
            (Some(Data::String(own)), Data::String(new)) if own == new => Mark::none(),
            (Some(Data::Bool(own)), Data::Bool(new)) if own == new => Mark::none(),
            (Some(Data::Number(own)), Data::Number(new)) if own == new => Mark::none(),
            (_, Data::Null) => self.all(here, Deed::Removes),
            _ => self.all(here, Deed::Sets),
        }
    }

    /// Elements of lists that Kubernetes merges by a key; other lists are replaced.
    fn list(&mut self, held: &[Value], key: &str, items: &[Value], here: Span) -> Mark {
        let mut found = Mark::none();
        for item in items {
            let Some(name) = merge_key(key, item).and_then(|by| Some((by, item.get(by)?))) else {
                return match key {
                    "finalizers" => Mark::at(Step::More, self.all(here, Deed::Sets)),
                    _ => self.all(here, Deed::Sets),
                };
            };
            let (by, name) = name;
            *self.left = self.left.saturating_sub(held.len());
            let place = item.origin.span();
            let Some(at) = held.iter().position(|one| one.get(by).is_some_and(|own| equal(own, name))) else {
                found.join(Mark::at(Step::More, self.all(place, Deed::Sets)));
                continue;
            };
            let Some(element) = held.get(at) else { continue };
            let mark = match (key, directive(item)) {
                (_, Some(deed)) => self.all(place, deed),
                // What a volume is made of is replaced by what the patch makes it of.
                ("volumes", None) if item.entries().is_some_and(|fields| fields.len() > 1) => {
                    self.but_the_name(element, item, place)
                }
                _ => self.value(Some(element), key, item),
            };
            if !mark.is_none() {
                found.join(Mark::at(Step::At(at), mark));
            }
        }
        found
    }

    fn but_the_name(&self, element: &Value, item: &Value, place: Span) -> Mark {
        let fields = [element, item].into_iter().filter_map(Value::entries).flat_map(|fields| fields.keys());
        let mut found = Mark::none();
        for key in fields.filter(|key| &***key != "name") {
            found.join(Mark::at(Step::Field(key.clone()), self.all(place, Deed::Sets)));
        }
        found
    }

    /// What a list of operations changes.
    pub(super) fn operations(&mut self, base: &Value, operations: &[Value]) -> Mark {
        let mut found = Mark::none();
        let mut shifted = BTreeSet::new();
        for operation in operations {
            let text = |key: &str| operation.get(key).and_then(Value::as_str);
            *self.left = self.left.saturating_sub(1);
            let place = operation.get("path").map_or(operation.origin.span(), |path| path.origin.span());
            let (Some(kind), Some(path)) = (text("op"), text("path")) else {
                found.join(self.whole(base, place, Deed::MaySet));
                continue;
            };
            if kind == "test" {
                continue;
            }
            if let Some(from) = text("from").filter(|_| kind == "move") {
                found.join(self.operation(base, from, "remove", None, place, &mut shifted));
            }
            let value = operation.get("value").filter(|_| matches!(kind, "add" | "replace"));
            found.join(self.operation(base, path, kind, value, place, &mut shifted));
        }
        found
    }

    fn operation(
        &self,
        base: &Value,
        path: &str,
        kind: &str,
        value: Option<&Value>,
        place: Span,
        shifted: &mut BTreeSet<Vec<Step>>,
    ) -> Mark {
        let mut segments = path.split('/').skip(1).peekable();
        if segments.peek().is_none() {
            return self.whole(base, place, Deed::Sets);
        }
        let mut steps: Vec<Step> = Vec::new();
        let mut at = Some(base);
        while let Some(segment) = segments.next() {
            let last = segments.peek().is_none();
            let key = segment.replace("~1", "/").replace("~0", "~");
            let Some(items) = at.and_then(Value::items) else {
                at = at.and_then(|at| at.get(&key));
                let stays = last && value.zip(at).is_some_and(|(new, own)| equal(own, new));
                if stays {
                    return Mark::none();
                }
                steps.push(Step::Field(key.into()));
                if steps.len() >= MAX_STEPS {
                    break;
                }
                continue;
            };
            // Where elements have moved, nobody can say any more which one is meant.
            if shifted.contains(&steps) {
                break;
            }
            let index = key.parse::<usize>().ok().filter(|index| *index < items.len());
            let Some(index) = index.filter(|_| !(last && matches!(kind, "add" | "move" | "copy"))) else {
                if key != "-" && last {
                    shifted.insert(steps.clone());
                }
                steps.push(Step::More);
                break;
            };
            if last && kind == "remove" {
                shifted.insert(steps.clone());
            }
            at = items.get(index);
            steps.push(Step::At(index));
            if steps.len() >= MAX_STEPS {
                break;
            }
        }
        let deed = if kind == "remove" { Deed::Removes } else { Deed::Sets };
        steps.into_iter().rev().fold(self.all(place, deed), |mark, step| Mark::at(step, mark))
    }
}

/// What a mapping in a patch does to what it would be merged into, if it says that it is not merged.
fn directive(patch: &Value) -> Option<Deed> {
    match patch.get("$patch").and_then(Value::as_str) {
        Some("delete") => Some(Deed::Removes),
        Some("replace") => Some(Deed::Sets),
        _ => patch.get("$retainKeys").map(|_| Deed::Sets),
    }
}

fn equal(own: &Value, other: &Value) -> bool {
    match (&own.data, &other.data) {
        (Data::String(own), Data::String(other)) => own == other,
        (Data::Bool(own), Data::Bool(other)) => own == other,
        (Data::Number(own), Data::Number(other)) => own == other,
        _ => false,
    }
}

/// The field by which elements of a list are told from each other.
fn merge_key(list: &str, item: &Value) -> Option<&'static str> {
    Some(match list {
        "containers"
        | "initContainers"
        | "ephemeralContainers"
        | "volumes"
        | "env"
        | "imagePullSecrets"
        | "secrets"
        | "webhooks"
        | "schedulingGates"
        | "resourceClaims" => "name",
        "volumeMounts" => "mountPath",
        "volumeDevices" => "devicePath",
        "hostAliases" => "ip",
        "topologySpreadConstraints" => "topologyKey",
        "ports" if item.get("containerPort").is_some() => "containerPort",
        "ports" => "port",
        _ => return None,
    })
}
