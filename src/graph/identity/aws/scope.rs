//! What the resources of a statement cover of what an action acts on.

use super::actions::{Action, ResourcePattern};
use super::statement::Listed;
use crate::graph::identity::text::{HOLE, Text, glob};

/// What a right covers.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    /// Everything the action acts on.
    pub(super) anywhere: bool,
    /// Everything there is.
    pub(super) whole_account: bool,
    /// The resources that say so, or that name some.
    pub(super) texts: Vec<Text>,
    /// Those that are denied.
    pub(super) denied: Vec<Text>,
}

impl Scope {
    /// Whether any of what is in it is told by its name.
    pub(super) fn names(&self) -> bool {
        self.texts.iter().any(|text| text.refers.is_empty())
    }
}

/// Whether the resources of a statement are everything an action acts on.
pub(super) fn covers(resources: &Listed, action: &Action) -> bool {
    resources.negated || resources.texts.iter().any(|(_, text)| action.covered_by(&open(text)))
}

/// A text as a pattern: what is unknown of an ARN's partition, region or account may be anything.
fn open(text: &Text) -> String {
    let mut parts: Vec<String> = text.text.splitn(6, ':').map(str::to_owned).collect();
    if parts.len() == 6 {
        for part in parts.iter_mut().take(5) {
            *part = part.replace(HOLE, "*");
        }
    }
    parts.join(":")
}

impl Scope {
    pub(super) fn of(resources: &Listed, action: &Action) -> Scope {
        if resources.negated {
            let denied = resources.texts.iter().map(|(_, text)| text.clone()).collect();
            return Scope { anywhere: true, whole_account: false, texts: Vec::new(), denied };
        }
        let concerns = |text: &Text| match ResourcePattern::new(&open(text)) {
            ResourcePattern::Everything => true,
            ResourcePattern::Arn { service, resource } => {
                (glob(service, action.service) || service.contains(HOLE)) && may_name(resource, action)
            }
            ResourcePattern::Other => !text.refers.is_empty(),
        };
        let texts: Vec<Text> =
            resources.texts.iter().map(|(_, text)| text.clone()).filter(concerns).collect();
        let anywhere = texts.iter().any(|text| action.covered_by(&open(text)));
        let whole = |text: &Text| match ResourcePattern::new(&open(text)) {
            ResourcePattern::Everything => true,
            ResourcePattern::Arn { resource, .. } => resource.chars().all(|character| character == '*'),
            ResourcePattern::Other => false,
        };
        let whole_account = texts.iter().any(whole);
        Scope { anywhere, whole_account, texts, denied: Vec::new() }
    }

    pub(super) fn is_nothing(&self) -> bool {
        !self.anywhere && self.texts.is_empty()
    }

    pub(super) fn shown(&self) -> Vec<String> {
        match self.texts.is_empty() && self.anywhere {
            true => vec!["*".to_owned()],
            false => self.texts.iter().map(Text::shown).collect(),
        }
    }

    /// Takes away what is denied.
    pub(super) fn remove(&mut self, resources: &Listed, action: &Action) {
        if covers(resources, action) {
            *self = Scope::default();
            return;
        }
        for (_, denied) in &resources.texts {
            self.texts
                .retain(|text| !is_within(text, denied) || (self.anywhere && action.covered_by(&open(text))));
            self.denied.push(denied.clone());
        }
    }

    /// Leaves what is named.
    pub(super) fn keep_only(&mut self, resources: &Listed) {
        let named: Vec<Text> = resources.texts.iter().map(|(_, text)| text.clone()).collect();
        match self.anywhere {
            true => self.texts = named,
            false => self.texts.retain(|text| named.iter().any(|named| is_within(text, named))),
        }
        self.anywhere = false;
    }
}

/// Whether the last part of an ARN may name what an action acts on: `role/x` is no policy.
fn may_name(resource: &str, action: &Action) -> bool {
    let kind = resource.split(['/', ':']).next().unwrap_or_default();
    action.resource.is_empty() || kind == action.resource || kind.contains(['*', '?', HOLE])
}

/// Whether everything that a text covers, another covers too.
fn is_within(text: &Text, other: &Text) -> bool {
    let same_target = !text.refers.is_empty() && text.is_hole() && text.refers == other.refers;
    same_target
        || (text.text == other.text && !text.is_hole())
        || (other.is_known() && glob(&other.text, &text.text))
}
