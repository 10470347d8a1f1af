//! What works now and may not with a change, as far as the graph knows: the internet gets in somewhere, a program has
//! rights, an identity acts as another. Whether anybody needs it is not to be seen, so all of it is told and none judged.

use crate::finding::Stop;
use crate::graph::{Identity, Power, ResourceGraph, ResourceIndex, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// Ports that are open: a protocol, and both ends where they are known.
type Ports = (String, Option<(u16, u16)>);
/// What a statement allows: its actions, on which resources.
type Allowed = (Vec<String>, Vec<String>);

/// What a graph shows to work.
#[derive(Default)]
pub(super) struct Working {
    /// Addresses, by id.
    names: BTreeMap<String, String>,
    /// Where the internet gets in, by the id of what it reaches.
    ways: BTreeMap<String, BTreeSet<Ports>>,
    /// What identities may do that something runs as, by their ids.
    rights: BTreeMap<String, Rights>,
}

#[derive(Default)]
struct Rights {
    power: Option<Power>,
    allowed: BTreeSet<Allowed>,
    /// Ids of what it can act as.
    becomes: BTreeSet<String>,
    /// Ids of what runs as it.
    holders: BTreeSet<String>,
}

impl Working {
    /// Of the graphs of all environments.
    pub(super) fn of(graphs: &[ResourceGraph]) -> Working {
        let mut working = Working::default();
        for graph in graphs {
            working.add(graph);
        }
        working
    }

    fn add(&mut self, graph: &ResourceGraph) {
        for exposure in graph.exposures.iter().filter(|one| one.standing == Standing::Open) {
            let Some(id) = self.named(graph, exposure.resource) else { continue };
            let open = exposure.openings.iter().filter(|opening| opening.standing == Standing::Open);
            self.ways.entry(id).or_default().extend(open.map(|one| (one.protocol.clone(), one.ports)));
        }
        for identity in graph.identities.iter().filter(|identity| !identity.holders.is_empty()) {
            self.add_rights(graph, identity);
        }
    }

    fn add_rights(&mut self, graph: &ResourceGraph, identity: &Identity) {
        let Some(id) = self.named(graph, identity.resource) else { return };
        let holders: Vec<String> =
            identity.holders.iter().filter_map(|holder| self.named(graph, holder.resource)).collect();
        let becomes: Vec<String> =
            identity.becomes.iter().filter_map(|one| self.named(graph, one.identity)).collect();
        let rights = self.rights.entry(id).or_default();
        rights.power = rights.power.max(Some(identity.power));
        let allows = identity.grants.iter().filter(|grant| grant.allows && !grant.all_but);
        rights.allowed.extend(allows.map(|grant| (grant.actions.clone(), grant.resources.clone())));
        rights.becomes.extend(becomes);
        rights.holders.extend(holders);
    }

    /// The id of a resource, whose address is kept.
    fn named(&mut self, graph: &ResourceGraph, index: ResourceIndex) -> Option<String> {
        let resource = graph.get(index)?;
        let id = resource.id.to_string();
        self.names.entry(id.clone()).or_insert_with(|| resource.address.to_string());
        Some(id)
    }

    fn address(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    /// What works here and does not there.
    pub(super) fn without(&self, other: &Working) -> Vec<Stop> {
        let none = BTreeSet::new();
        let ways = self.ways.iter().filter_map(|(id, open)| {
            let left = other.ways.get(id);
            let what = closed(open, left.unwrap_or(&none), left.is_some())?;
            Some(Stop { resource: id.clone(), address: self.address(id), what })
        });
        let rights = self.rights.iter().flat_map(|(id, rights)| {
            let left = other.rights.get(id);
            let taken = left.and_then(|left| taken(self, rights, left));
            rights.holders.iter().filter_map(move |holder| {
                let stays = left.is_some_and(|left| left.holders.contains(holder));
                let then = match stays {
                    true => format!("which {}", taken.as_ref()?),
                    false => "and then it does not".to_owned(),
                };
                let what = format!("acts as {}, {then}", self.address(id));
                Some(Stop { resource: holder.clone(), address: self.address(holder), what })
            })
        });
        ways.chain(rights).collect()
    }
}

/// In which way the internet gets in no more.
fn closed(open: &BTreeSet<Ports>, left: &BTreeSet<Ports>, is_reached: bool) -> Option<String> {
    let names = |ports: Vec<&Ports>| ports.into_iter().map(shown).collect::<Vec<_>>().join(", ");
    if !is_reached {
        let on =
            if open.is_empty() { String::new() } else { format!(" on {}", names(open.iter().collect())) };
        return Some(format!("is reached from the internet{on}, and then it is not"));
    }
    let shut: Vec<&Ports> =
        open.iter().filter(|one| !left.iter().any(|other| includes(other, one))).collect();
    if shut.is_empty() {
        return None;
    }
    let rest = match left.is_empty() {
        true => "another way in stays open".to_owned(),
        false => format!("{} stays open", names(left.iter().collect())),
    };
    Some(format!("is reached from the internet on {}, and then it is not; {rest}", names(shut)))
}

/// Whether all of some ports are among others.
fn includes((protocol, ports): &Ports, (of, asked): &Ports) -> bool {
    let is_same = protocol == of || protocol == "all";
    let is_within = ports.zip(*asked).is_some_and(|(all, few)| all.0 <= few.0 && few.1 <= all.1);
    is_same && (is_within || ports == asked)
}

/// `tcp 22`, `tcp 8000-8080`, `all ports`.
fn shown((protocol, ports): &Ports) -> String {
    match ports {
        Some((0, u16::MAX)) if protocol == "all" => "all ports".to_owned(),
        Some((0, u16::MAX)) => format!("all ports of {protocol}"),
        Some((first, last)) if first == last => format!("{protocol} {first}"),
        Some((first, last)) => format!("{protocol} {first}-{last}"),
        None => format!("some ports of {protocol}"),
    }
}

/// What an identity may do no more.
fn taken(working: &Working, rights: &Rights, left: &Rights) -> Option<String> {
    if rights.power == Some(Power::Administrator) && left.power != rights.power {
        return Some("is no administrator then".to_owned());
    }
    let lost: BTreeSet<&str> = rights
        .allowed
        .difference(&left.allowed)
        .flat_map(|(actions, _)| actions.iter().map(String::as_str))
        .collect();
    let lost = lost.into_iter().filter(|action| !action.is_empty()).collect::<Vec<_>>();
    if !lost.is_empty() {
        return Some(format!("loses rights then: {}", listed(&lost)));
    }
    let others: Vec<String> =
        rights.becomes.difference(&left.becomes).map(|id| working.address(id)).collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    (!others.is_empty()).then(|| format!("can act no more as {}", listed(&others)))
}

/// The first few, and how many more.
fn listed(all: &[&str]) -> String {
    const NAMED: usize = 4;
    let first = all.iter().take(NAMED).map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}
