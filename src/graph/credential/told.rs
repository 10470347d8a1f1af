//! What is known of a value beside its text: the place it stands at, and the name it has there.

use super::sink::Sink;
use super::words::names_a_credential;
use crate::evaluate::{Data, Part, Path, Reason, Step, Value};

/// What is said of the value that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Told<'n> {
    pub(super) sink: Sink,
    /// The name it has: the key it stands under, or what stands beside it as its name.
    pub(super) name: Name<'n>,
}

#[derive(Clone, Copy)]
pub(super) enum Name<'n> {
    Known(&'n str),
    /// There is one, but it cannot be known.
    Unknown,
}

/// The steps of a path before a list whose elements cannot be told apart: that list is what is unknown.
pub(super) fn known_steps(path: &[Step]) -> Path {
    path.iter().take_while(|step| **step != Step::Any).cloned().collect()
}

/// What names the value beside it.
pub(super) struct Beside<'v>(pub(super) &'v Value);

impl Beside<'_> {
    /// As far as it is known.
    pub(super) fn name(&self) -> Name<'_> {
        match &self.0.data {
            Data::String(name) => Name::Known(name),
            Data::Unknown(_) => Name::Unknown,
            _ => Name::Known(""),
        }
    }
}

/// Keys of a pair that hold its name.
pub(super) const NAMES: [&str; 6] = ["name", "Name", "key", "ParameterKey", "parameter_key", "path"];

/// Whether a key may hold a credential: an image is named by an account's number, which people keep as a secret.
pub(super) fn shows(key: &str, told: Told<'_>) -> bool {
    told.sink != Sink::Environment || key != "image"
}

/// Whether a key of a pair holds its value.
pub(super) fn is_value(key: &str) -> bool {
    matches!(key, "value" | "Value" | "ParameterValue" | "parameter_value")
}

/// Whether a place holds scripts, or files of settings, as a whole.
pub(super) fn holds_scripts(sink: Sink) -> bool {
    matches!(sink, Sink::UserData | Sink::Object | Sink::ConfigMap | Sink::Definition | Sink::File)
}

/// The elements of a list with their positions in the document.
pub(super) fn positions(items: &[Value]) -> impl Iterator<Item = (Step, &Value)> {
    let mut next = 0;
    items.iter().map(move |item| {
        if item.stands_for_many() {
            return (Step::Any, item);
        }
        next += 1;
        (Step::Index(next - 1), item)
    })
}

/// The flag that names an argument of a command line: in it, as `--user=`, or alone before it.
pub(super) fn flag<'v>(before: Option<&'v Value>, argument: &'v Value) -> Option<&'v str> {
    let begins = match &argument.data {
        Data::String(text) => &**text,
        Data::Unknown(unknown) => match unknown.parts.first() {
            Some(Part::Text(text)) => text,
            _ => "",
        },
        _ => "",
    };
    let own = begins.strip_prefix('-').and_then(|flag| flag.split_once('=')).map(|(name, _)| name);
    let alone = || before?.as_str()?.strip_prefix('-').filter(|flag| !flag.contains(['=', ' ']));
    own.or_else(alone).map(|name| name.trim_start_matches('-'))
}

/// Whether something unknown may well be a credential, for all that is known of it. What is known to be read from a
/// resource, or to be a variable that does not call itself a credential, is none; of what cannot be seen at all, only
/// that may be one which stands for a whole place or has the name of a credential.
pub(super) fn may_hold(value: &Value, parts: &[Part], told: Told<'_>, depth: usize) -> bool {
    let Data::Unknown(unknown) = &value.data else { return false };
    if !value.origin.references().is_empty() || is_no_text(unknown.like.as_ref()) {
        return false;
    }
    let named = match told.name {
        Name::Known(name) => names_a_credential(name),
        Name::Unknown => true,
    };
    match &unknown.reason {
        // Nothing says what it is computed from.
        Reason::Computed => parts.is_empty(),
        // Everything a module returns, or a tag is made of, is too much to be asked about.
        _ if matches!(told.sink, Sink::Label | Sink::Output) => named,
        Reason::Iteration => named,
        _ => named || (depth == 0 && parts.is_empty()),
    }
}

fn is_no_text(like: Option<&Value>) -> bool {
    like.is_some_and(|like| matches!(like.data, Data::Bool(_) | Data::Number(_)))
}
