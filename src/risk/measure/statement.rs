//! What the words at the place of a finding allow: wildcards, everybody, ranges of addresses.

use super::index::Index;
use super::{Level, Measurement, Subject, related};
use crate::evaluate::{Path, Step};
use crate::graph::{DocumentReference, DocumentResource, Standing};
use crate::risk::feature::Feature;
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use serde_json::Value as Json;
use std::net::IpAddr;

/// Values looked at below the place of a finding.
const MOST_VALUES: usize = 2_000;
/// How deep a value is looked into: policies nest no deeper.
const MOST_DEPTH: usize = 12;

const ACTIONS: [&str; 4] = ["Action", "actions", "verbs", "data_actions"];
const RESOURCES: [&str; 3] = ["Resource", "resources", "resourceNames"];
const PRINCIPALS: [&str; 8] =
    ["Principal", "principals", "principal", "members", "member", "subjects", "entity", "user_by_email"];

pub(super) fn measure(index: &Index<'_>, subject: &Subject<'_>, found: &mut Measurement) {
    let Enclosing { statement, depth, place } = enclosing(&subject.at.attributes, &subject.path);
    let mut words = Words::default();
    words.read(statement, None, 0);
    // What the rule points at may be one value of the statement: its neighbours belong to it.
    if let Some(place) = place {
        words.read(place, None, 0);
    }
    let above = subject.path.get(..depth).unwrap_or_default();
    let unknown = |keys: &[&str]| is_unknown(subject.at, above, keys);
    let level =
        |known: u8, may: bool, most: u8| if may { Level::up_to(known, most) } else { Level::known(known) };
    found.set(Feature::WildcardAction, level(words.action, words.acts && unknown(&ACTIONS), 2));
    found.set(Feature::WildcardResource, level(words.resource, words.acts && unknown(&RESOURCES), 1));
    found.set(Feature::Public, level(words.principal, words.names && unknown(&PRINCIPALS), 2));
    let everybody = index.identities(&subject.at.id).iter().any(|identity| {
        let given = |path: &[Json]| related(path, &subject.path);
        identity.what.form == "everyone"
            && identity.what.grants.iter().any(|grant| {
                let mut evidence = grant.evidence.iter();
                evidence.any(|one| one.resource == subject.at.id && given(&one.path))
            })
    });
    if everybody {
        found.set(Feature::Public, Level::known(2));
    }
    let opens = index.openings(&subject.at.id).iter();
    let opens = opens.filter(|opening| related(&opening.path, &subject.path));
    let opened = opens.map(|opening| match opening.standing {
        Standing::Open => Level::known(4),
        Standing::Unknown => Level::up_to(0, 4),
        Standing::Possible | Standing::Blocked => Level::known(0),
    });
    let name = subject.path.iter().rev().find_map(Json::as_str);
    let written = place.map_or(0, |place| breadth(place, name));
    found.set(Feature::Breadth, opened.fold(Level::known(written), Level::max));
    if words.denies {
        found.set(Feature::Unhindered, Level::known(0));
    }
}

/// The statement of a policy that a path leads into: the element of a list that says who may do what with what.
pub fn statement_of(path: &Path) -> Option<Path> {
    let says = |step: &Step| match step {
        Step::Key(key) => [&ACTIONS[..], &RESOURCES, &PRINCIPALS].iter().any(|keys| keys.contains(&&**key)),
        Step::Index(_) | Step::Any => false,
    };
    let mut pairs = path.0.windows(2).enumerate();
    let is_said = |pair: &[Step]| matches!(pair, [Step::Index(_), key] if says(key));
    let (at, _) = pairs.rfind(|(_, pair)| is_said(pair))?;
    Some(Path(path.0.get(..=at)?.to_vec()))
}

/// The statement in which a reference stands that says on what, or to whom, rights are given. Such a reference is gone
/// once the statement speaks of everything or everybody instead, so that it must not be what makes a risk high.
pub(super) fn rights(end: &DocumentReference) -> Option<&[Json]> {
    let says = |step: &Json| {
        step.as_str().is_some_and(|key| RESOURCES.contains(&key) || matches!(key, "Principal" | "principals"))
    };
    end.via.get(..end.via.iter().rposition(says)?)
}

/// Whether a value with one of the names is unknown at or below a place.
fn is_unknown(resource: &DocumentResource, above: &[Json], keys: &[&str]) -> bool {
    resource.unknown.iter().any(|unknown| {
        related(unknown, above)
            && unknown.iter().any(|step| step.as_str().is_some_and(|key| keys.contains(&key)))
    })
}

/// What a path leads through.
struct Enclosing<'j> {
    /// The statement that it leads into, else what lies at it.
    statement: &'j Json,
    /// How many of its steps lead to the statement; all but one where it leads into none.
    depth: usize,
    /// What lies at it.
    place: Option<&'j Json>,
}

fn enclosing<'j>(attributes: &'j Json, path: &[Json]) -> Enclosing<'j> {
    let mut value = attributes;
    let mut statement = None;
    let mut reached = 0;
    for step in path {
        let next = match step {
            Json::String(key) => value.get(key.as_str()),
            at => at.as_u64().and_then(|at| value.get(usize::try_from(at).ok()?)),
        };
        let Some(next) = next else { break };
        value = next;
        reached += 1;
        if let Json::Object(fields) = value
            && ACTIONS.iter().chain(&PRINCIPALS).any(|key| fields.contains_key(*key))
        {
            statement = Some((value, reached));
        }
    }
    let place = (reached == path.len() && !path.is_empty()).then_some(value);
    // A resource as a whole may be one statement.
    let other = place.unwrap_or(if path.is_empty() { attributes } else { &Json::Null });
    let (statement, depth) = statement.unwrap_or((other, path.len().saturating_sub(1)));
    Enclosing { statement, depth, place }
}

/// What is told by the words of a value.
#[derive(Default)]
struct Words {
    action: u8,
    resource: u8,
    principal: u8,
    denies: bool,
    /// It has actions, or principals, at all.
    acts: bool,
    names: bool,
    seen: usize,
}

impl Words {
    fn read(&mut self, value: &Json, under: Option<&str>, depth: usize) {
        self.seen += 1;
        if depth > MOST_DEPTH || self.seen > MOST_VALUES {
            return;
        }
        match value {
            Json::String(text) => self.text(text, under),
            Json::Array(items) => items.iter().for_each(|item| self.read(item, under, depth + 1)),
            Json::Object(fields) => {
                let effect = fields.get("Effect").or_else(|| fields.get("effect")).and_then(Json::as_str);
                if effect.is_some_and(|effect| effect.eq_ignore_ascii_case("deny")) {
                    self.denies = true;
                    return;
                }
                for (key, field) in fields {
                    // A principal is an object of its kinds: { "AWS": "*" }.
                    let inner = matches!(under, Some(above) if PRINCIPALS.contains(&above));
                    let under = if inner { under } else { Some(key.as_str()) };
                    self.read(field, under, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, under: Option<&str>) {
        let Some(key) = under else { return };
        if ACTIONS.contains(&key) {
            self.acts = true;
            let level = match text {
                "*" | "*:*" => 2,
                text if text.ends_with('*') => 1,
                _ => 0,
            };
            self.action = self.action.max(level);
        } else if RESOURCES.contains(&key) {
            self.resource = self.resource.max(u8::from(text == "*"));
        } else if PRINCIPALS.contains(&key) {
            self.names = true;
            let level = match text {
                "*" | "allUsers" | "system:anonymous" | "system:unauthenticated" => 2,
                "allAuthenticatedUsers" | "system:authenticated" => 1,
                _ => 0,
            };
            self.principal = self.principal.max(level);
        }
    }
}

/// The level of the largest public range in a value under a name. What stands for all actions or all resources is no
/// range.
fn breadth(value: &Json, name: Option<&str>) -> u8 {
    fn widest(value: &Json, depth: usize) -> u8 {
        match value {
            Json::String(text) => of_range(text),
            Json::Array(items) if depth < MOST_DEPTH => {
                items.iter().take(MOST_VALUES).map(|item| widest(item, depth + 1)).max().unwrap_or_default()
            }
            Json::Object(fields) if depth < MOST_DEPTH => fields
                .iter()
                .take(MOST_VALUES)
                .filter(|(name, _)| !names_rights(name))
                .map(|(_, item)| widest(item, depth + 1))
                .max()
                .unwrap_or_default(),
            _ => 0,
        }
    }
    if name.is_some_and(names_rights) { 0 } else { widest(value, 0) }
}

/// Whether a name is one of rights: what is allowed, on what, and to whom.
fn names_rights(name: &str) -> bool {
    let lists: [&[&str]; 3] = [&ACTIONS, &RESOURCES, &PRINCIPALS];
    lists.iter().any(|list| list.contains(&name)) || matches!(name, "AWS" | "identifiers" | "apiGroups")
}

/// Of a text that is a range of addresses or an address.
fn of_range(text: &str) -> u8 {
    let net = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    match net {
        Ok(IpNet::V4(net)) if !is_private(&net) => match net.prefix_len() {
            0 => 4,
            1..16 => 3,
            16..24 => 2,
            _ => 1,
        },
        Ok(IpNet::V6(net)) if !is_local(&net) => match net.prefix_len() {
            0 => 4,
            1..32 => 3,
            32..48 => 2,
            _ => 1,
        },
        _ => match text {
            "*" | "Internet" | "Any" => 4,
            _ => 0,
        },
    }
}

fn is_private(net: &Ipv4Net) -> bool {
    let address = net.network();
    let shared = address.octets().first() == Some(&100)
        && (64..128).contains(&address.octets().get(1).copied().unwrap_or(0));
    net.prefix_len() >= 8
        && (address.is_private() || address.is_loopback() || address.is_link_local() || shared)
}

fn is_local(net: &Ipv6Net) -> bool {
    let first = net.network().segments().first().copied().unwrap_or_default();
    net.prefix_len() >= 7 && (first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80)
}

#[cfg(test)]
mod tests {
    use super::{Words, breadth, of_range};
    use serde_json::json;

    #[test]
    fn wildcards_by_how_much_they_stand_for() {
        let levels = |statement: serde_json::Value| {
            let mut words = Words::default();
            words.read(&statement, None, 0);
            (words.action, words.resource, words.principal)
        };
        let named =
            json!({"Action": "s3:GetObject", "Resource": "arn:aws:s3:::a", "Principal": {"AWS": "1"}});
        assert_eq!(levels(named), (0, 0, 0));
        assert_eq!(levels(json!({"Action": ["s3:*"], "Resource": "*"})), (1, 1, 0));
        assert_eq!(levels(json!({"verbs": ["*"], "subjects": ["system:authenticated"]})), (2, 0, 1));
        assert_eq!(levels(json!({"Action": "*", "Principal": "*"})), (2, 0, 2));
        assert_eq!(levels(json!({"Effect": "Deny", "Action": "*"})), (0, 0, 0));
    }

    #[test]
    fn ranges_by_how_many_may_come() {
        let levels =
            ["10.0.0.0/8", "203.0.113.7", "203.0.0.0/16", "128.0.0.0/1", "0.0.0.0/0", "::/0", "fd00::/8"];
        assert_eq!(levels.map(of_range), [0, 1, 2, 3, 4, 4, 0]);
        assert_eq!(of_range("no range"), 0);
    }

    #[test]
    fn all_rights_are_no_range() {
        let statement = json!([{"Action": "*", "Resource": ["*"], "Principal": {"AWS": "*"}}]);
        assert_eq!(breadth(&statement, Some("Statement")), 0);
        assert_eq!(breadth(&json!("*"), Some("actions")), 0);
        assert_eq!(breadth(&json!("*"), Some("source_address_prefix")), 4);
    }
}
