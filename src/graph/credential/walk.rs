//! Through the values at the places where credentials do not belong.

use super::secret_name::SecretNames;
use super::sink::{OF_CONTAINERS, Place, Sink};
use super::told::{Beside, NAMES, Name, Told, flag, is_value, known_steps, may_hold, positions, shows};
use super::trace::Tracer;
use super::words::stands_beside_a_secret;
use super::{Class, Credential, CredentialFlow};
use crate::evaluate::json_text::{self, Hole, Skeleton};
use crate::evaluate::{Data, Part, Path, Step, Value};
use crate::graph::{Resource, ResourceIndex};
use serde_json::Value as Json;

/// Levels below a place.
const DEEPEST: usize = 100;
/// What stands for what is not known in a text that is searched.
pub(super) const HOLE: &str = "${}";
/// Values looked at in one resource.
const MAX_VALUES: usize = 200_000;

/// Looks through the places of one resource.
pub(super) struct Walk<'w, 'a> {
    pub(super) index: ResourceIndex,
    pub(super) resource: &'w Resource,
    pub(super) tracer: &'w mut Tracer<'a>,
    flows: Vec<CredentialFlow>,
    /// What came to values of the place that cannot show a credential.
    passed_over: Vec<Credential>,
    /// What the resource says are names of Secrets, once it was asked.
    pub(super) secret_names: Option<SecretNames>,
    /// Values still to be looked at.
    left: usize,
    pub(super) cut: bool,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) fn new(
        index: ResourceIndex,
        resource: &'w Resource,
        tracer: &'w mut Tracer<'a>,
    ) -> Walk<'w, 'a> {
        Walk {
            index,
            resource,
            tracer,
            flows: Vec::new(),
            passed_over: Vec::new(),
            secret_names: None,
            left: MAX_VALUES,
            cut: false,
        }
    }

    /// What was found, ordered by path, and whether something was left out.
    pub(super) fn into_flows(mut self) -> (Vec<CredentialFlow>, bool) {
        self.flows.sort_by(|one, other| (&one.path, one.sink).cmp(&(&other.path, other.sink)));
        (self.flows, self.cut)
    }

    pub(super) fn resource(&self) -> &'w Resource {
        self.resource
    }

    /// Counts one more value. Whether there are not too many.
    pub(super) fn goes_on(&mut self) -> bool {
        self.cut |= self.left == 0;
        self.left = self.left.saturating_sub(1);
        !self.cut
    }

    /// Looks at everything at a place that was found.
    pub(super) fn at(&mut self, value: &'w Value, path: &mut Vec<Step>, place: &Place) {
        self.passed_over.clear();
        self.whole(value, path, place);
    }

    /// Looks at one place.
    pub(super) fn place(&mut self, place: &Place) {
        let steps: Vec<&str> = place.path.split('.').collect();
        self.passed_over.clear();
        let resource = self.resource;
        self.down(&resource.attributes, &steps, &mut Vec::new(), place);
    }

    /// Looks at the environment and the commands of a pod's containers.
    pub(super) fn pod(&mut self, spec: &Path) {
        let resource = self.resource;
        let (value, rest) = crate::graph::lookup::follow(&resource.attributes, &spec.0);
        let mut path = spec.0.clone();
        path.truncate(path.len() - rest.len());
        if value.is_unknown() {
            self.above(value, &mut path, &Place::of_pods(Sink::PodEnvironment));
            return;
        }
        for list in ["initContainers", "containers", "ephemeralContainers"] {
            for (keys, sink) in OF_CONTAINERS {
                let steps: Vec<&str> = [list, "*"].into_iter().chain(keys.iter().copied()).collect();
                self.passed_over.clear();
                self.down(value, &steps, &mut path, &Place::of_pods(sink));
            }
        }
    }

    /// Follows the rest of a place's path.
    fn down(&mut self, value: &'w Value, steps: &[&str], path: &mut Vec<Step>, place: &Place) {
        let Some((step, rest)) = steps.split_first() else { return self.whole(value, path, place) };
        if value.is_unknown() && held(value).is_none() {
            return self.above(value, path, place);
        }
        let value = held(value).unwrap_or(value);
        match &value.data {
            Data::Sequence(_, items) if *step == "*" => {
                for (position, item) in positions(items) {
                    path.push(position);
                    self.down(item, rest, path, place);
                    path.pop();
                }
            }
            Data::Mapping(_, entries) => {
                let Some(next) = entries.get(*step) else { return };
                path.push(Step::from(*step));
                match place.unless.filter(|_| rest.is_empty()) {
                    Some((argument, values)) => {
                        self.conditional(value, next, (argument, values), path, place)
                    }
                    None => self.down(next, rest, path, place),
                }
                path.pop();
            }
            _ => {}
        }
    }

    /// A place that is a proper one if something beside it says so.
    fn conditional(
        &mut self,
        beside: &Value,
        value: &'w Value,
        (argument, values): (&'static str, &'static [&'static str]),
        path: &mut Vec<Step>,
        place: &Place,
    ) {
        let said = beside.get(argument);
        let proper = match said.map(|said| &said.data) {
            Some(Data::String(text)) => values.contains(&&**text),
            Some(Data::Bool(flag)) => values.contains(&if *flag { "true" } else { "false" }),
            _ => false,
        };
        if proper {
            return;
        }
        let before = self.flows.len();
        self.whole(value, path, place);
        if said.is_some_and(Value::is_unknown) {
            let mut steps = path.clone();
            steps.pop();
            steps.push(Step::from(argument));
            for flow in self.flows.iter_mut().skip(before) {
                flow.unknown.push(Path(steps.clone()));
            }
        }
    }

    /// What is unknown and holds a place: what comes there need not come to the place itself.
    fn above(&mut self, value: &'w Value, path: &mut Vec<Step>, place: &Place) {
        let before = self.flows.len();
        self.whole(value, path, place);
        let at = known_steps(path);
        for flow in self.flows.iter_mut().skip(before).filter(|flow| flow.unknown.is_empty()) {
            flow.unknown.push(at.clone());
        }
    }

    /// Everything at a place.
    fn whole(&mut self, value: &'w Value, path: &mut Vec<Step>, place: &Place) {
        let name = match path.last() {
            Some(Step::Key(key)) => key.clone(),
            _ => "".into(),
        };
        // What holds text of any kind is not named by its argument.
        let own = match place.sink {
            Sink::Parameter | Sink::Output => self.resource.name.clone(),
            _ => name,
        };
        let beside = self.beside(path);
        let name = beside.as_ref().map_or(Name::Known(&own), Beside::name);
        self.value(value, Told { sink: place.sink, name }, path, 0);
    }

    /// What names the value at a path from beside it: an element of pairs of `name` and `value`.
    fn beside(&self, path: &[Step]) -> Option<Beside<'w>> {
        let (last, above) = path.split_last()?;
        let Step::Key(key) = last else { return None };
        let (object, rest) = crate::graph::lookup::follow(&self.resource.attributes, above);
        let entries = object.entries().filter(|_| rest.is_empty() && is_value(key))?;
        NAMES.iter().find_map(|name| entries.get(*name)).map(Beside)
    }

    /// One value and all beneath it.
    fn value(&mut self, value: &'w Value, told: Told<'_>, path: &mut Vec<Step>, depth: usize) {
        if depth > DEEPEST || self.left == 0 {
            self.cut = true;
            return;
        }
        self.left -= 1;
        match held(value) {
            Some(inside) if matches!(inside.data, Data::Mapping(..) | Data::Sequence(..)) => {
                return self.value(inside, told, path, depth + 1);
            }
            _ => {}
        }
        match &value.data {
            Data::Mapping(_, entries) => {
                let named = NAMES.iter().find_map(|name| entries.get(*name)).map(Beside);
                for (key, entry) in entries.iter() {
                    if !shows(key, told) {
                        self.pass_over(entry);
                        continue;
                    }
                    let name = match &named {
                        Some(named) if is_value(key) => named.name(),
                        _ => Name::Known(key),
                    };
                    path.push(Step::Key(key.clone()));
                    self.value(entry, Told { name, ..told }, path, depth + 1);
                    path.pop();
                }
            }
            Data::Sequence(_, items) => {
                for (at, (position, item)) in positions(items).enumerate() {
                    let before = at.checked_sub(1).and_then(|before| items.get(before));
                    let flag = (told.sink == Sink::PodArguments).then(|| flag(before, item)).flatten();
                    let name = flag.map_or(told.name, Name::Known);
                    path.push(position);
                    self.value(item, Told { name, ..told }, path, depth + 1);
                    path.pop();
                }
            }
            Data::String(text) => self.text(value, text, told, path, depth),
            Data::Unknown(unknown) => self.unknown(value, &unknown.parts, told, path, depth),
            Data::Null | Data::Bool(_) | Data::Number(_) => {}
        }
    }

    /// A known text.
    fn text(&mut self, value: &'w Value, text: &str, told: Told<'_>, path: &mut Vec<Step>, depth: usize) {
        let before = self.flows.len();
        let json = if self.reads_json() { json_text::parse(text) } else { None };
        match &json {
            Some(json) => self.json(json, None, told, path, depth + 1),
            None => self.written(value, text, &[], told, path),
        }
        self.came_here(value, before, told, path);
    }

    /// What is not known as a whole: what it is made from, and what is known of it.
    fn unknown(
        &mut self,
        value: &'w Value,
        parts: &'w [Part],
        told: Told<'_>,
        path: &mut Vec<Step>,
        depth: usize,
    ) {
        let before = self.flows.len();
        // Text in base64 is no cover.
        let inside = value.origin.base64().and_then(|text| match &text.data {
            Data::Unknown(unknown) => Some(unknown.parts.as_slice()),
            _ => None,
        });
        let parts = inside.unwrap_or(parts);
        let reads_json = self.reads_json() && inside.is_none();
        let skeleton = if reads_json { json_text::parse_parts(parts) } else { None };
        if let Some(skeleton) = &skeleton {
            self.json(&skeleton.json, Some(skeleton), told, path, depth + 1);
        } else {
            let mut known = String::new();
            let mut holes = Vec::new();
            for part in parts {
                match part {
                    Part::Text(text) => known.push_str(text),
                    Part::Hole(_) => {
                        holes.push(known.len());
                        known.push_str(HOLE);
                    }
                }
            }
            self.written(value, &known, &holes, told, path);
        }
        let found = self.came_here(value, before, told, path);
        if found && skeleton.is_none() {
            self.mark_line(parts, told, path);
        }
        if !found && self.flows.len() == before && skeleton.is_none() && may_hold(value, parts, told, depth) {
            self.add(Vec::new(), vec![Path(path.clone())], told, path);
        }
    }

    /// Adds the credentials that a value was made from, but those found in a part of it. Whether there are any.
    fn came_here(&mut self, value: &Value, before: usize, told: Told<'_>, path: &[Step]) -> bool {
        let came = self.tracer.credentials(value, self.index);
        // What is kept or declared as a secret need not be a credential: `DB_HOST` hardly is.
        let beside = matches!(told.name, Name::Known(name) if stands_beside_a_secret(name));
        let vague = |one: &Credential| matches!(one.class, Class::StoredSecret | Class::Sensitive);
        let elsewhere = |one: &Credential| self.passed_over.iter().any(|other| other.what == one.what);
        let hidden = |one: &Credential| elsewhere(one) || (beside && vague(one));
        let shown: Vec<Credential> = came.iter().filter(|one| !hidden(one)).cloned().collect();
        let found: Vec<Credential> = shown.into_iter().filter(|one| !self.is_in(before, one)).collect();
        if !found.is_empty() {
            self.add(found, Vec::new(), told, path);
        }
        !came.is_empty()
    }

    fn pass_over(&mut self, value: &Value) {
        let came = self.tracer.credentials(value, self.index);
        self.passed_over.extend(came.iter().cloned());
    }

    /// Whether one of the flows from a position on has the credential. What a part of a text was seen to hold came there
    /// all the way that the text as a whole has come.
    fn is_in(&mut self, before: usize, credential: &Credential) -> bool {
        let inside = self.flows.iter_mut().skip(before).flat_map(|flow| &mut flow.credentials);
        let same = inside.filter(|one| one.is_on_way_of(credential));
        let mut found = false;
        for one in same {
            one.stations.clone_from(&credential.stations);
            found = true;
        }
        found
    }

    /// JSON text, with what is not known of it.
    fn json(
        &mut self,
        json: &Json,
        skeleton: Option<&Skeleton<'w>>,
        told: Told<'_>,
        path: &mut Vec<Step>,
        depth: usize,
    ) {
        if depth > DEEPEST || self.left == 0 {
            self.cut = true;
            return;
        }
        self.left -= 1;
        match json {
            Json::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    path.push(Step::Index(position));
                    self.json(item, skeleton, told, path, depth + 1);
                    path.pop();
                }
            }
            Json::Object(entries) => {
                let named = NAMES.iter().find_map(|name| entries.get(*name));
                let known = |text: &str| skeleton.is_none_or(|all| matches!(all.hole(text), Hole::None));
                for (key, entry) in entries {
                    if !shows(key, told) {
                        let text = entry.as_str().unwrap_or_default();
                        let holes = skeleton.map(|skeleton| skeleton.holes(text)).unwrap_or_default();
                        holes.into_iter().for_each(|hole| self.pass_over(hole));
                        continue;
                    }
                    let name = match named.filter(|_| is_value(key)) {
                        Some(Json::String(name)) if known(name) => Name::Known(name),
                        Some(Json::String(_)) => Name::Unknown,
                        _ => Name::Known(key),
                    };
                    path.push(Step::from(key.as_str()));
                    self.json(entry, skeleton, Told { name, ..told }, path, depth + 1);
                    path.pop();
                }
            }
            Json::String(text) => match skeleton.map(|skeleton| (skeleton, skeleton.hole(text))) {
                Some((_, Hole::Bare(value))) => self.value(value, told, path, depth + 1),
                Some((skeleton, Hole::Inside)) => {
                    for hole in skeleton.holes(text) {
                        self.came_here(hole, self.flows.len(), told, path);
                    }
                }
                Some((_, Hole::None)) | None => self.said(text, told, path),
            },
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }

    /// The flow to a place.
    pub(super) fn flow(&mut self, path: &[Step], sink: Sink) -> Option<&mut CredentialFlow> {
        let path = known_steps(path);
        self.flows.iter_mut().find(|flow| flow.path == path && flow.sink == sink)
    }

    pub(super) fn add(
        &mut self,
        credentials: Vec<Credential>,
        unknown: Vec<Path>,
        told: Told<'_>,
        path: &[Step],
    ) {
        let (resource, sink) = (self.index, told.sink);
        let unknown: Vec<Path> = unknown.iter().map(|path| known_steps(&path.0)).collect();
        match self.flow(path, sink) {
            // What is certain is told alone.
            Some(flow) if credentials.is_empty() && !flow.credentials.is_empty() => {}
            Some(flow) if !credentials.is_empty() => {
                if flow.credentials.is_empty() {
                    flow.unknown.clear();
                }
                flow.credentials.extend(credentials);
                flow.credentials.sort();
                flow.credentials.dedup_by(|next, kept| {
                    next.is_same(kept) && {
                        kept.marked |= next.marked;
                        true
                    }
                });
            }
            Some(_) => {}
            None => {
                let path = known_steps(path);
                self.flows.push(CredentialFlow {
                    resource,
                    path,
                    sink,
                    credentials,
                    line: None,
                    taken_in: None,
                    unknown,
                });
            }
        }
    }

    /// Whether a text that holds JSON is shown as that JSON: what Kubernetes calls a string is one for it.
    fn reads_json(&self) -> bool {
        self.resource.api_version.is_none()
    }
}

/// The value that a text is an encoding of, as JSON or as YAML.
fn held(value: &Value) -> Option<&Value> {
    value.encoded().or_else(|| value.origin.encoded_yaml())
}
