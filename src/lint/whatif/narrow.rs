//! Less instead of everything: a private range for a public one, one thing by name for a wildcard.

use crate::evaluate::{Data, Value};
use ipnet::IpNet;
use std::sync::Arc;

/// How deep a value is looked into: principals and rules nest no deeper.
const DEEPEST: usize = 8;

/// A value that holds less.
pub(super) struct Narrowed {
    pub(super) data: Data,
    /// The first text in it that is another now.
    pub(super) was: Arc<str>,
    pub(super) kind: Kind,
}

/// In which way it is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A private range of addresses.
    Range,
    /// Something by its name.
    Name,
}

impl Kind {
    /// What to do, in words that go on with "instead of".
    pub(super) fn words(self) -> &'static str {
        match self {
            Kind::Range => "write a private range, such as `10.0.0.0/8`,",
            Kind::Name => "name what is needed",
        }
    }
}

/// The value with everything in it narrowed; none where there is nothing to. `name` is the key it stands under.
pub(super) fn narrowed(value: &Value, name: &str, is_object: bool) -> Option<Narrowed> {
    let mut first = None;
    let data = narrow(value, name, is_object, 0, &mut first);
    let (was, kind) = first?;
    Some(Narrowed { data, was, kind })
}

fn narrow(
    value: &Value,
    name: &str,
    is_object: bool,
    depth: usize,
    first: &mut Option<(Arc<str>, Kind)>,
) -> Data {
    // The old text is told beside the new one.
    if depth > DEEPEST || value.sensitive {
        return value.data.clone();
    }
    match &value.data {
        Data::String(text) => match less(text, name, is_object) {
            Some((other, kind)) => {
                first.get_or_insert((text.clone(), kind));
                Data::String(other.into())
            }
            None => value.data.clone(),
        },
        Data::Sequence(kind, items) => {
            let mut one = |item: &Value| Value {
                data: narrow(item, name, is_object, depth + 1, first),
                ..item.clone()
            };
            Data::Sequence(*kind, Arc::new(items.iter().map(&mut one).collect()))
        }
        Data::Mapping(kind, entries) if is_principal(name) => {
            let entries = entries.iter().map(|(key, entry)| {
                let data = narrow(entry, name, is_object, depth + 1, first);
                (key.clone(), Value { data, ..entry.clone() })
            });
            Data::Mapping(*kind, Arc::new(entries.collect()))
        }
        _ => value.data.clone(),
    }
}

fn is_principal(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("principal")
}

/// What a text could be instead, that stands for less.
fn less(text: &str, name: &str, is_object: bool) -> Option<(String, Kind)> {
    let lower = name.to_ascii_lowercase();
    let is_range = ["cidr", "range", "prefix", "address"].iter().any(|one| lower.contains(one));
    match text.parse::<IpNet>() {
        Ok(IpNet::V4(net)) if is_public(&IpNet::V4(net)) => {
            return Some(("10.0.0.0/8".to_owned(), Kind::Range));
        }
        Ok(IpNet::V6(net)) if is_public(&IpNet::V6(net)) => {
            return Some(("fd00::/8".to_owned(), Kind::Range));
        }
        Ok(_) => return None,
        Err(_) if is_range && ["*", "Internet", "Any"].contains(&text) => {
            return Some(("10.0.0.0/8".to_owned(), Kind::Range));
        }
        Err(_) => {}
    }
    let everybody = ["allUsers", "allAuthenticatedUsers", "system:anonymous", "system:unauthenticated"];
    let other = match text {
        _ if everybody.contains(&text) => "user:named@example.com".to_owned(),
        _ if !text.contains('*') || text.contains(['{', '\n']) => return None,
        _ if is_principal(name) => "arn:aws:iam::111122223333:role/named".to_owned(),
        _ if lower.contains("action") => match text.split_once(':') {
            Some((service, _)) => format!("{service}:GetNamed"),
            None => "sts:GetCallerIdentity".to_owned(),
        },
        _ if lower == "verbs" => "get".to_owned(),
        _ if lower.starts_with("resource") && is_object => "configmaps".to_owned(),
        _ if lower.starts_with("resource") => "arn:aws:s3:::named".to_owned(),
        _ => return None,
    };
    Some((other, Kind::Name))
}

/// Whether a range reaches beyond private networks.
fn is_public(net: &IpNet) -> bool {
    match net {
        IpNet::V4(net) => {
            !(net.prefix_len() >= 8 && (net.network().is_private() || net.network().is_loopback()))
        }
        IpNet::V6(net) => {
            let first = net.network().segments().first().copied().unwrap_or_default();
            !(net.prefix_len() >= 7 && (first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::less;

    #[test]
    fn what_stands_for_everything_becomes_less() {
        let other = |text: &str, name: &str| less(text, name, false).map(|(text, _)| text);
        assert_eq!(other("0.0.0.0/0", "cidr_blocks").as_deref(), Some("10.0.0.0/8"));
        assert_eq!(other("::/0", "ipv6_cidr_blocks").as_deref(), Some("fd00::/8"));
        assert_eq!(other("10.1.0.0/16", "cidr_blocks"), None);
        assert_eq!(other("*", "source_address_prefix").as_deref(), Some("10.0.0.0/8"));
        assert_eq!(other("iam:*", "Action").as_deref(), Some("iam:GetNamed"));
        assert_eq!(other("*", "Principal").as_deref(), Some("arn:aws:iam::111122223333:role/named"));
        assert_eq!(other("*.example.com", "name"), None);
        assert_eq!(other("private", "acl"), None);
    }
}
