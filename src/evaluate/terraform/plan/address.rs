//! Addresses and references as a plan writes them: `module.m["k"].aws_s3_bucket.b[0].arn`.

use crate::evaluate::Step;

/// A part of an address and where it ends in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) kind: PartKind<'a>,
    pub(super) end: usize,
}

/// Names stand between dots, keys in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind<'a> {
    Name(&'a str),
    /// With its brackets: `["k"]`, `[0]`.
    Key(&'a str),
}

impl<'a> Part<'a> {
    pub(super) fn name(&self) -> Option<&'a str> {
        match self.kind {
            PartKind::Name(name) => Some(name),
            PartKind::Key(_) => None,
        }
    }

    pub(super) fn key(&self) -> Option<&'a str> {
        match self.kind {
            PartKind::Name(_) => None,
            PartKind::Key(key) => Some(key),
        }
    }

    /// As a step into a value; none for a key that is neither a whole number nor a string.
    pub(super) fn step(&self) -> Option<Step> {
        let key = match self.kind {
            PartKind::Name(name) => return Some(Step::from(name)),
            PartKind::Key(key) => key.strip_prefix('[')?.strip_suffix(']')?,
        };
        match key.starts_with('"') {
            true => serde_json::from_str::<String>(key).ok().map(|key| Step::from(key.as_str())),
            false => key.parse::<usize>().ok().map(Step::Index),
        }
    }
}

/// The parts of an address; none where the text is no address.
pub(super) fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let kind = if rest.starts_with('[') {
            let key = rest.get(..key_length(rest)?)?;
            at += key.len();
            PartKind::Key(key)
        } else {
            let dot = usize::from(rest.starts_with('.') && at > 0);
            let name = rest.get(dot..)?;
            let name = name.get(..name.find(['.', '[']).unwrap_or(name.len()))?;
            at += dot + name.len();
            (!name.is_empty()).then_some(PartKind::Name(name))?
        };
        parts.push(Part { kind, end: at });
    }
    Some(parts)
}

/// Bytes of the key at the start of a text, brackets included.
fn key_length(text: &str) -> Option<usize> {
    if !text.starts_with("[\"") {
        return text.find(']').map(|end| end + 1);
    }
    let mut escaped = false;
    let after = text.get(2..)?;
    let quote = after.char_indices().find(|(_, char)| {
        let closes = *char == '"' && !escaped;
        escaped = *char == '\\' && !escaped;
        closes
    });
    let end = 2 + quote?.0 + 1;
    text.get(end..)?.starts_with(']').then_some(end + 1)
}

/// The address of a resource instance, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ResourceAddress<'a> {
    /// `module.a["k"].module.b`; empty in the root.
    pub(super) module: &'a str,
    /// `aws_s3_bucket.b`, `data.aws_ami.a`: the same for all instances.
    pub(super) declared: &'a str,
    pub(super) data_source: bool,
    pub(super) kind: &'a str,
    pub(super) name: &'a str,
    /// `[0]`, `["k"]`; empty for a single instance.
    pub(super) key: &'a str,
}

impl<'a> ResourceAddress<'a> {
    pub(super) fn parse(address: &'a str) -> Option<ResourceAddress<'a>> {
        let parts = parts(address)?;
        let mut rest = parts.as_slice();
        let mut module = 0;
        while let [first, name, after @ ..] = rest
            && first.name() == Some("module")
            && name.name().is_some()
        {
            (module, rest) = (name.end, after);
            if let [key, after @ ..] = rest
                && key.key().is_some()
            {
                (module, rest) = (key.end, after);
            }
        }
        let data_source = rest.first().and_then(Part::name) == Some("data");
        let own = rest.get(usize::from(data_source)..)?;
        let [kind, name, key @ ..] = own else { return None };
        let key = match key {
            [] => "",
            [key] => key.key()?,
            _ => return None,
        };
        let declared = address.get(module..name.end)?.trim_start_matches('.');
        let (kind, name) = (kind.name()?, name.name()?);
        Some(ResourceAddress { module: address.get(..module)?, declared, data_source, kind, name, key })
    }

    /// The address without the instance's own key.
    pub(super) fn block(&self) -> String {
        join(self.module, self.declared)
    }
}

/// A module's address without instance keys: `module.a.module.b`.
pub(super) fn without_keys(module: &str) -> String {
    let names: Vec<&str> = parts(module).unwrap_or_default().iter().filter_map(Part::name).collect();
    names.join(".")
}

/// The call that made a module instance: the address of the caller, the call's name and the instance's key.
pub(super) fn call_of(module: &str) -> Option<(&str, &str, &str)> {
    let parts = parts(module)?;
    let (key, before) = match parts.split_last()? {
        (last, before) if last.key().is_some() => (last.key()?, before),
        _ => ("", parts.as_slice()),
    };
    let (name, before) = before.split_last()?;
    let (_, caller) = before.split_last()?;
    let caller = caller.last().map_or(0, |part| part.end);
    Some((module.get(..caller)?, name.name()?, key))
}

/// `inner` in the module `outer`.
pub(super) fn join(outer: &str, inner: &str) -> String {
    if outer.is_empty() { inner.to_owned() } else { format!("{outer}.{inner}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        let table = [
            ("aws_x.b", Some(("", "aws_x.b", "aws_x", "b", ""))),
            ("data.aws_x.b[0]", Some(("", "data.aws_x.b", "aws_x", "b", "[0]"))),
            (
                "module.m[\"a.b[\\\"]\"].module.n.aws_x.b[\"k.[0]\"]",
                Some(("module.m[\"a.b[\\\"]\"].module.n", "aws_x.b", "aws_x", "b", "[\"k.[0]\"]")),
            ),
            ("module.module.data.data.data", Some(("module.module", "data.data.data", "data", "data", ""))),
            ("aws_x", None),
            ("aws_x.b.c", None),
            ("aws_x..b", None),
            (".aws_x.b", None),
            ("aws_x.b[\"k", None),
            ("aws_x.b[", None),
            ("", None),
        ];
        for (text, expected) in table {
            let found = ResourceAddress::parse(text);
            let found = found.map(|own| (own.module, own.declared, own.kind, own.name, own.key));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn calls_and_steps() {
        assert_eq!(call_of("module.a[0].module.b[\"k\"]"), Some(("module.a[0]", "b", "[\"k\"]")));
        assert_eq!(call_of("module.a"), Some(("", "a", "")));
        assert_eq!(call_of(""), None);
        assert_eq!(without_keys("module.a[0].module.b[\"k.c\"]"), "module.a.module.b");
        let steps: Vec<Option<Step>> = parts("a[0][\"q\\\"r\"]").unwrap().iter().map(Part::step).collect();
        assert_eq!(steps, [Some(Step::from("a")), Some(Step::Index(0)), Some(Step::from("q\"r"))]);
    }
}
