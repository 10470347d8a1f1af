//! Where a value came from: a DAG of links, from the place of use back to the literals somebody wrote.

use super::{Path, ResourceId, Step, TextMap, Value};
use crate::source::Span;
use std::sync::Arc;

/// Where a value came from. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Origin(Arc<Link>);

/// One station on a value's way.
#[derive(Debug)]
pub struct Link {
    /// The text at this station.
    pub span: Span,
    /// What happened there.
    pub kind: LinkKind,
    /// The stations before it. For a link that copies: exactly one, the value it copied.
    pub from: Vec<Origin>,
    /// Where the pieces of the text were written, for a text of several lines that was put together here.
    pub text: Option<Arc<TextMap>>,
}

/// What happened to a value at a station.
#[derive(Clone, Debug)]
pub enum LinkKind {
    /// Somebody wrote it here; nothing comes before.
    Literal,
    /// Copied: an argument of a resource or a nested block was set to it.
    Attribute(Arc<str>),
    /// Copied: the default of a variable.
    Default(Arc<str>),
    /// Copied: a variable was set in a tfvars file.
    Input(Arc<str>),
    /// Copied: a variable was set for this run alone, by flag, environment or a plan. The value stands in no file.
    Given(Arc<str>),
    /// A variable of a root module without a default and without a value; nothing comes before.
    Unset(Arc<str>),
    /// Copied: through a variable that is declared sensitive, whoever set it.
    Sensitive(Arc<str>),
    /// Copied: by `nonsensitive`, whatever it was declared.
    Nonsensitive,
    /// Copied: an argument of a module call.
    Argument {
        /// The call's name.
        call: Arc<str>,
        /// The argument's name.
        name: Arc<str>,
    },
    /// Copied: a local value.
    Local(Arc<str>),
    /// Copied: an output of a child module.
    Output(Arc<str>),
    /// Copied: read from an attribute of another resource. Where the id has no index, any instance of it.
    Reference(ResourceId, Path),
    /// The chosen arm of a conditional: `from[0]` is the arm's value, `from[1]` the condition.
    Arm,
    /// Copied: an argument of `try` that is unknown; where it turns out to be in error, a later one is taken.
    Tried,
    /// Computed from several values: an operator, a function, a template.
    Computed,
    /// Computed: a part of something unknown, as far as it can be told which one.
    Part(Step),
    /// Computed, in a way that what it was made from cannot be read back: a digest, a length, a comparison.
    Reduced,
    /// Computed: this value as JSON text, by `jsonencode` or a data source that is a policy document. A path into
    /// the text is a path into the value.
    Encoded(Value),
    /// Computed: this text in base64.
    Base64(Value),
    /// Computed: this value as YAML text, by `yamlencode`.
    EncodedYaml(Value),
    /// Copied: put into an object or a list, of a value that nobody gave, of one from a module's output and of one that
    /// is declared sensitive. What others gave says by itself where it was written.
    Element,
    /// The element of `count` or `for_each` it was expanded from.
    Each,
    /// Nothing is made, since this argument, `count` or `for_each`, is 0 or empty: `from[0]` is its value.
    Empty(Arc<str>),
}

impl LinkKind {
    /// Whether the value was computed from others at the station, whatever may be told of them by it.
    pub fn is_computed(&self) -> bool {
        matches!(self, LinkKind::Computed | LinkKind::Base64(_) | LinkKind::Part(_) | LinkKind::Reduced)
    }

    /// Whether the value was made at the station: written or computed, not copied.
    pub fn is_made(&self) -> bool {
        matches!(self, LinkKind::Literal | LinkKind::Encoded(_) | LinkKind::EncodedYaml(_))
            || self.is_computed()
    }
}

impl Origin {
    /// A station that others came before.
    pub fn new(kind: LinkKind, span: Span, from: Vec<Origin>) -> Origin {
        Origin(Arc::new(Link { span, kind, from, text: None }))
    }

    /// A literal.
    pub fn literal(span: Span) -> Origin {
        Origin::new(LinkKind::Literal, span, Vec::new())
    }

    /// The same station, knowing where the pieces of its text were written.
    #[must_use]
    pub fn with_text(self, map: TextMap) -> Origin {
        let Link { span, kind, from, .. } = self.link();
        let (kind, from) = (kind.clone(), from.clone());
        Origin(Arc::new(Link { span: *span, kind, from, text: Some(Arc::new(map)) }))
    }

    /// Where the pieces of the text were written, where it was put together and only copied since.
    pub fn text_map(&self) -> Option<&TextMap> {
        let mut origin = self;
        for _ in 0..Origin::LONGEST_COPY {
            match &origin.0.text {
                Some(map) => return Some(map),
                None => origin = origin.copied_from()?,
            }
        }
        None
    }

    /// Copies that are gone back; chains are short, the bound holds also for one made to be long.
    pub(super) const LONGEST_COPY: usize = 256;

    /// The latest station.
    pub fn link(&self) -> &Link {
        &self.0
    }

    /// Whether both are the very same station.
    pub fn same(&self, other: &Origin) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// A number that the very same station has, and no other while both are kept.
    pub fn identity(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }

    /// The same station, where it computed something from which what it was made from cannot be read back.
    #[must_use]
    pub fn reduced(&self) -> Origin {
        match &self.0.kind {
            LinkKind::Computed => Origin::new(LinkKind::Reduced, self.0.span, self.0.from.clone()),
            _ => self.clone(),
        }
    }

    /// The latest station's text.
    pub fn span(&self) -> Span {
        self.0.span
    }

    /// The value this one is a copy of, if it is one; the chosen arm of a conditional counts as copied.
    pub fn copied_from(&self) -> Option<&Origin> {
        if self.0.kind.is_made() { None } else { self.0.from.first() }
    }

    /// Whether nothing was made of the value since it came about: it was only copied, whole or a part of it, and nothing
    /// else may take its place.
    pub fn is_copy(&self) -> bool {
        let mut origin = self;
        for _ in 0..Origin::LONGEST_COPY {
            let Link { kind, from, .. } = origin.link();
            let copies = match kind {
                LinkKind::Tried => return false,
                LinkKind::Part(_) | LinkKind::Literal => true,
                kind => !kind.is_made(),
            };
            match from.first() {
                Some(before) if copies => origin = before,
                _ => return copies,
            }
        }
        false
    }

    /// Whether `nonsensitive` was the last to say of the value whether it is sensitive.
    pub fn is_nonsensitive(&self) -> bool {
        let copies = std::iter::successors(Some(self), |origin| origin.copied_from());
        let mut kinds = copies.take(Origin::LONGEST_COPY).map(|origin| &origin.link().kind);
        let says = kinds.find(|kind| matches!(kind, LinkKind::Nonsensitive | LinkKind::Sensitive(_)));
        matches!(says, Some(LinkKind::Nonsensitive))
    }

    /// The resource that the value was read from, however often it was copied since.
    pub fn referred(&self) -> Option<&ResourceId> {
        let mut origin = self;
        loop {
            if let LinkKind::Reference(id, _) = &origin.0.kind {
                return Some(id);
            }
            origin = origin.copied_from()?;
        }
    }

    /// The way of a part of the value that came this way: the stations the whole was copied through, then the
    /// part's own. `span` is where the part is read.
    #[must_use]
    pub fn of_part(&self, step: &Step, part: &Origin, span: Span) -> Origin {
        let Link { span: station, kind, from, .. } = self.link();
        match (kind, from.split_first()) {
            (LinkKind::Reference(id, path), _) => Origin::new(
                LinkKind::Reference(id.clone(), path.with(step.clone())),
                span,
                vec![part.clone()],
            ),
            (kind, _) if kind.is_made() => part.clone(),
            (_, None) => part.clone(),
            (kind, Some((whole, rest))) => {
                let mut from = vec![whole.of_part(step, part, span)];
                from.extend(rest.iter().cloned());
                Origin::new(kind.clone(), *station, from)
            }
        }
    }

    /// The value that this one is the JSON text of, where it was encoded and only copied since.
    pub fn encoded(&self) -> Option<&Value> {
        let mut origin = self;
        for _ in 0..Origin::LONGEST_COPY {
            match &origin.0.kind {
                LinkKind::Encoded(value) => return Some(value),
                _ => origin = origin.copied_from()?,
            }
        }
        None
    }

    /// The text that this one is in base64, where it was encoded and only copied since.
    pub fn base64(&self) -> Option<&Value> {
        let mut origin = self;
        for _ in 0..Origin::LONGEST_COPY {
            match &origin.0.kind {
                LinkKind::Base64(text) => return Some(text),
                _ => origin = origin.copied_from()?,
            }
        }
        None
    }

    /// The value that this one is the YAML text of, where it was encoded and only copied since.
    pub fn encoded_yaml(&self) -> Option<&Value> {
        let mut origin = self;
        for _ in 0..Origin::LONGEST_COPY {
            match &origin.0.kind {
                LinkKind::EncodedYaml(value) => return Some(value),
                _ => origin = origin.copied_from()?,
            }
        }
        None
    }

    /// What the value refers to: the nearest references on every way back, each with the path read there.
    pub fn references(&self) -> Vec<(ResourceId, Path)> {
        self.references_but(&mut Barren::default())
    }

    /// The same; ways known to lead to no reference are not gone again. Thousands of values may come from one.
    pub fn references_but(&self, barren: &mut Barren) -> Vec<(ResourceId, Path)> {
        let mut found = Vec::new();
        if matches!(self.0.kind, LinkKind::Literal) {
            return found;
        }
        let mut seen = rustc_hash::FxHashSet::default();
        let mut met = Vec::new();
        let mut pending = vec![self];
        while let Some(origin) = pending.pop() {
            let identity = Arc::as_ptr(&origin.0) as usize;
            if barren.0.contains_key(&identity) || !seen.insert(identity) {
                continue;
            }
            met.push(origin);
            match &origin.0.kind {
                LinkKind::Reference(id, path) => found.push((id.clone(), path.clone())),
                // The condition decides which value is used; it is not what the value refers to.
                LinkKind::Arm => pending.extend(origin.0.from.first()),
                _ => pending.extend(origin.0.from.iter().rev()),
            }
        }
        if found.is_empty() && met.len() >= Barren::WORTH_KEEPING {
            let met = met.into_iter().map(|origin| (Arc::as_ptr(&origin.0) as usize, origin.clone()));
            barren.0.extend(met);
        }
        found
    }
}

/// Stations found to come from no other resource. They are kept alive, so that none takes another's place.
#[derive(Debug, Default)]
pub struct Barren(rustc_hash::FxHashMap<usize, Origin>);

impl Barren {
    /// Shorter ways are gone again as fast as they are looked up.
    const WORTH_KEEPING: usize = 64;
}
