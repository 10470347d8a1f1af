//! Credentials in a text: written there, or put there from elsewhere.

use super::sink::Sink;
use super::told::{NAMES, Name, Told, holds_scripts};
use super::walk::{HOLE, Walk};
use super::words::{names_a_credential, names_a_public_key};
use super::{Class, Credential, script, written};
use crate::evaluate::{Part, Path, Step, Value};

impl Walk<'_, '_> {
    /// A credential that is written as text, whatever the text came from. `holes`: where something unknown stands in it.
    pub(super) fn written(
        &mut self,
        value: &Value,
        text: &str,
        holes: &[usize],
        told: Told<'_>,
        path: &[Step],
    ) {
        if written::is_cut(text) {
            self.cut = true;
        }
        // Text in base64 is no cover.
        let decoded = value.as_str().and_then(written::decoded);
        // Its lines are those of the text that was encoded, where that is told.
        let is_plain = decoded.is_none() || value.origin.base64().is_some();
        let text = decoded.as_deref().unwrap_or(text);
        let line = if self.issued(text, told, path) {
            written::line_of_issued(text)
        } else if let Some(name) = written::assigned(text).filter(|_| holds_scripts(told.sink)) {
            self.literal(format!("the value set as `{name}`"), Class::Password, told, path);
            written::line_of_assigned(text, name)
        } else if holds_scripts(told.sink) && written::holds_secret_key(text) {
            self.secret_key(told, path);
            written::line_of_secret_key(text)
        } else if let Some((program, line)) = self.given(text, told) {
            self.literal(format!("the password given to {program}"), Class::Password, told, path);
            Some(line).filter(|_| text.trim_end().contains('\n'))
        } else {
            return self.said(text, told, path);
        };
        if let (Some(line), Some(flow)) = (line.filter(|_| is_plain), self.flow(path, told.sink)) {
            let before = holes.iter().filter(|hole| **hole < line).count();
            flow.line.get_or_insert(line - before * HOLE.len());
        }
    }

    /// What a script gives a password to, and the line that does.
    fn given(&self, text: &str, told: Told<'_>) -> Option<(String, usize)> {
        if holds_scripts(told.sink) { script::gives_password(written::within(text)) } else { None }
    }

    /// A text under a name that says it is a credential.
    pub(super) fn said(&mut self, text: &str, told: Told<'_>, path: &[Step]) {
        if self.issued(text, told, path) {
            return;
        }
        let by_form = written::holds_secret_key(text);
        if !by_form && !written::is_literal(text) {
            return;
        }
        match told.name {
            Name::Known(name) if written::repeats(name, text) => {}
            Name::Known(name) if names_a_credential(name) => {
                if let Err(unknown) = self.is_name_of_secret(name, text, told.sink) {
                    self.literal(format!("the value written as `{name}`"), Class::Password, told, path);
                    self.rests_on(unknown, told, path);
                }
            }
            _ if by_form => self.secret_key(told, path),
            Name::Known(_) => {}
            Name::Unknown => self.nameless(told, path),
        }
    }

    /// A text that is a credential by its form, if it is. A key for browsers is one by form alone.
    fn issued(&mut self, text: &str, told: Told<'_>, path: &[Step]) -> bool {
        let Some((what, class)) = written::issued(text) else { return false };
        match told.name {
            _ if !written::may_be_for_browsers(text) => self.literal(what.to_owned(), class, told, path),
            Name::Known(name) if names_a_public_key(name) => return false,
            Name::Known(_) => self.literal(what.to_owned(), class, told, path),
            Name::Unknown => self.nameless(told, path),
        }
        true
    }

    fn secret_key(&mut self, told: Told<'_>, path: &[Step]) {
        self.literal("a secret access key".to_owned(), Class::CloudKey, told, path);
    }

    /// Says what would have to be known of the flow to a place.
    fn rests_on(&mut self, unknown: Vec<Path>, told: Told<'_>, path: &[Step]) {
        if let Some(flow) = self.flow(path, told.sink).filter(|flow| flow.credentials.len() == 1) {
            flow.unknown = unknown;
        }
    }

    /// A text whose name cannot be known.
    fn nameless(&mut self, told: Told<'_>, path: &[Step]) {
        let above = path.split_last().map(|(_, above)| above).unwrap_or_default();
        let (object, rest) = crate::graph::lookup::follow(&self.resource.attributes, above);
        let name =
            NAMES.into_iter().find(|name| rest.is_empty() && object.get(name).is_some_and(Value::is_unknown));
        let place = name
            .map_or_else(|| path.to_vec(), |name| above.iter().cloned().chain([Step::from(name)]).collect());
        self.add(Vec::new(), vec![Path(place)], told, path);
    }

    fn literal(&mut self, what: String, class: Class, told: Told<'_>, path: &[Step]) {
        // A text in a command line says by the command what it is: the rule that reads them does that.
        if told.sink == Sink::PodArguments {
            return;
        }
        self.add(
            vec![Credential { what, class, stations: Vec::new(), by_variable: false, marked: false }],
            Vec::new(),
            told,
            path,
        );
    }

    /// Says on which line of a text the first of the credentials is put that come to a place.
    pub(super) fn mark_line(&mut self, parts: &[Part], told: Told<'_>, path: &[Step]) {
        let Some(flow) = self.flow(path, told.sink).filter(|flow| flow.line.is_none()) else { return };
        let wanted = flow.credentials.clone();
        let (mut known, mut line) = (0, 0);
        for part in parts {
            match part {
                Part::Text(text) => {
                    line = text.rfind('\n').map_or(line, |end| known + end + 1);
                    known += text.len();
                }
                Part::Hole(value) => {
                    let brings = self.tracer.credentials(value, self.index);
                    if brings.iter().any(|one| wanted.contains(one)) {
                        if let Some(flow) = self.flow(path, told.sink).filter(|_| line > 0) {
                            flow.line = Some(line);
                        }
                        return;
                    }
                }
            }
        }
    }
}
