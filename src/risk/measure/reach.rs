//! Who gets at the resource of a finding, what may be done with it, and what stands in the way.

use super::index::Index;
use super::statement::rights;
use super::{Level, Measurement, Subject, WayStation, by_count, related, uses};
use crate::graph::{DocumentExposure, DocumentIdentity, DocumentStation, Fact, Power, Relation, Standing};
use crate::risk::feature::Feature;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Identities that are looked at in turn: what runs as an account that acts as a role. At each step all of them are,
/// since which ones come first is a matter of names.
const MOST_STEPS: usize = 3;

pub(super) fn measure(index: &Index<'_>, subject: &Subject<'_>, found: &mut Measurement) {
    let id = subject.resource.id.as_str();
    let anchors = running(index, id);
    let mut nearest = None;
    for anchor in &anchors {
        if let Some(exposure) = index.exposure(anchor) {
            consider(&mut nearest, exposure, exposure.what.hops);
        }
    }
    // What configures it may be what opens the way.
    let other = index.ways(&subject.at.id).iter().filter(|_| subject.at.id != id);
    for (distance, exposure) in index.ways(id).iter().chain(other) {
        if !opens_elsewhere(subject, exposure) {
            consider(&mut nearest, exposure, *distance);
        }
    }
    if let Some((level, hops, exposure)) = nearest {
        found.set(Feature::Internet, level);
        let near = 5_u8.saturating_sub(u8::try_from(hops).unwrap_or(4).min(4));
        found.set(
            Feature::Proximity,
            if level.least == 0 { Level::up_to(0, near) } else { Level::known(near) },
        );
        let stations = exposure.what.stations.iter();
        let station = |station: &DocumentStation| WayStation {
            resource: station.resource.clone(),
            address: index
                .resource(&station.resource)
                .map_or_else(|| station.resource.clone(), |one| one.address.clone()),
            note: station.note.clone(),
        };
        found.way = stations.map(station).collect();
    }
    // What is wrong with something that runs as an identity may stand where the identity gets its rights.
    let declared = index.identities(id).iter().chain(index.identities(&subject.at.id));
    found.set(Feature::Power, power(declared.copied(), &[0, 1, 2]));
    found.set(Feature::Attached, attached(index, id));
    let counted = Level::known(by_count(reached(index, subject, &anchors), &[1, 3, 7, 15]));
    let everything = [Feature::Power, Feature::Attached].map(|rights| all_rights(found, rights));
    found.set(Feature::Blast, everything.into_iter().fold(counted, Level::max));
    found.set(
        Feature::Unhindered,
        match is_hindered(index, subject, &anchors) {
            true => Level::known(0),
            false => uses::measure(index, subject.resource),
        },
    );
}

/// Whether the resource, or what the path leads into, opens a way at other places than that of the finding alone: it is
/// another port's.
fn opens_elsewhere(subject: &Subject<'_>, exposure: &Fact<DocumentExposure>) -> bool {
    let mut opens =
        exposure.what.openings.iter().filter(|opening| opening.resource == subject.at.id).peekable();
    opens.peek().is_some() && opens.all(|opening| !related(&opening.path, &subject.path))
}

/// The resource, and what runs as the identities that it declares, gives rights to or binds.
fn running<'i>(index: &Index<'i>, id: &'i str) -> BTreeSet<&'i str> {
    let mut anchors = BTreeSet::from([id]);
    let mut last = vec![id];
    for _ in 0..MOST_STEPS {
        let identities = last.iter().flat_map(|one| index.identities(one));
        let holders = identities.flat_map(|identity| &identity.what.holders);
        let mut holders: BTreeSet<&str> = holders.map(|holder| holder.id.as_str()).collect();
        // A service account without rights in its cluster is no identity, and may be one of a cloud all the same.
        let accounts = last.iter().filter_map(|one| index.resource(one));
        let referring = accounts.flat_map(|account| &account.referred_by);
        let running = referring.filter(|end| end.relation == Relation::RunsAs);
        holders.extend(running.map(|end| end.id.as_str()));
        last = holders.into_iter().filter(|holder| anchors.insert(holder)).collect();
    }
    anchors
}

type Nearest<'i> = Option<(Level, usize, &'i Fact<DocumentExposure>)>;

/// Takes an exposure where it is more certain than the one before, or as certain and nearer.
fn consider<'i>(nearest: &mut Nearest<'i>, exposure: &'i Fact<DocumentExposure>, hops: usize) {
    let level = match exposure.what.standing {
        Standing::Open => Level::known(1),
        Standing::Unknown => Level::up_to(0, 1),
        // What is not in the files at all is no value that is unknown: nothing says that it is reached.
        Standing::Possible | Standing::Blocked => return,
    };
    let better = nearest.as_ref().is_none_or(|(other, distance, _)| {
        (level.least, std::cmp::Reverse(hops)) > (other.least, std::cmp::Reverse(*distance))
    });
    if better {
        *nearest = Some((level, hops, exposure));
    }
}

/// The most that identities may do, by the levels for ordinary, escalating and administrator.
fn power<'i>(identities: impl Iterator<Item = &'i Fact<DocumentIdentity>>, levels: &[u8; 3]) -> Level {
    let [ordinary, escalating, administrator] = *levels;
    let level = |identity: &Fact<DocumentIdentity>| {
        let known = match identity.what.power {
            Power::Ordinary => ordinary,
            Power::Escalating => escalating,
            Power::Administrator => administrator,
        };
        match identity.what.doubts.is_empty() {
            true => Level::known(known),
            false => Level::up_to(known, administrator),
        }
    };
    identities.map(level).fold(Level::known(0), Level::max)
}

/// What the identities may do that a resource runs as, and those that these act as.
fn attached(index: &Index<'_>, id: &str) -> Level {
    let mut level = match index.runs_as_unknown(id) {
        true => Level::up_to(0, Feature::Attached.highest()),
        false => Level::known(0),
    };
    let mut holders = BTreeSet::from([id]);
    let accounts = index.resource(id).into_iter().flat_map(|resource| &resource.references);
    let accounts = accounts.filter(|end| end.relation == Relation::RunsAs);
    holders.extend(accounts.map(|end| end.id.as_str()));
    for _ in 0..MOST_STEPS {
        let identities = holders.iter().flat_map(|holder| index.held(holder)).copied();
        let identities: Vec<&Fact<DocumentIdentity>> = identities.collect();
        let rights = identities.iter().any(|identity| !identity.what.permissions.is_empty());
        level = level.max(Level::known(u8::from(rights)));
        level = level.max(power(identities.iter().copied(), &[0, 2, 3]));
        for identity in &identities {
            for other in &identity.what.becomes {
                let known = match other.power {
                    Power::Ordinary => 1,
                    Power::Escalating => 2,
                    Power::Administrator => 3,
                };
                let known = if other.needs.is_empty() { Level::known(known) } else { Level::up_to(0, known) };
                level = level.max(known);
            }
        }
        holders = identities.iter().map(|identity| identity.id.as_str()).collect();
    }
    level
}

/// The highest blast radius where rights are all there are: whom an administrator can become is not listed.
fn all_rights(found: &Measurement, rights: Feature) -> Level {
    let level = found.level(rights);
    let radius = |of: u8| if of == rights.highest() { Feature::Blast.highest() } else { 0 };
    Level::up_to(radius(level.least), radius(level.most))
}

/// How many other resources can be got at from it, or depend on it directly.
fn reached(index: &Index<'_>, subject: &Subject<'_>, anchors: &BTreeSet<&str>) -> usize {
    let id = subject.resource.id.as_str();
    let mut others: BTreeSet<&str> = anchors.clone();
    for anchor in anchors {
        let reaches = index.exposure(anchor).into_iter().flat_map(|exposure| &exposure.what.reaches);
        others.extend(reaches.map(|one| one.id.as_str()));
    }
    // Who is given rights to it in words need not make use of them, and who is given all rights does not name it.
    let dependent = subject.resource.referred_by.iter();
    let dependent = dependent.filter(|end| rights(end).is_none() && !uses::configures(subject.resource, end));
    others.extend(dependent.map(|end| end.id.as_str()));
    for identity in index.identities(id).iter().chain(index.held(id)) {
        others.extend(identity.what.becomes.iter().map(|one| one.id.as_str()));
    }
    others.remove(id);
    others.len()
}

/// Whether something that the graph shows stands in the way.
fn is_hindered(index: &Index<'_>, subject: &Subject<'_>, anchors: &BTreeSet<&str>) -> bool {
    let blocked = |id: &&str| index.exposure(id).is_some_and(|one| one.what.standing == Standing::Blocked);
    if anchors.iter().any(blocked) {
        return true;
    }
    subject.resource.referred_by.iter().any(|end| match end.kind.as_str() {
        "NetworkPolicy" => end.relation == Relation::Selects,
        "aws_s3_bucket_public_access_block" => index.resource(&end.id).is_some_and(|block| {
            let fields =
                ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
            fields.iter().all(|field| block.attributes.get(field) == Some(&Json::Bool(true)))
        }),
        _ => false,
    })
}
