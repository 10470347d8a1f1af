//! Doors: the steps of which a way from the internet consists, and whether each is open.

use crate::evaluate::Path;
use crate::graph::ResourceIndex;
use serde::Serialize;

/// Whether something can be reached. Ordered: of two steps one after the other the greater one holds, of two beside
/// each other the smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It can, as far as the files say.
    Open,
    /// It depends on a value that is unknown.
    Unknown,
    /// It depends on something outside of the files: whether a node has a public address, what a group that is only
    /// named lets in.
    Possible,
    /// It cannot: something that is declared keeps the internet out.
    Blocked,
}

/// A place in the attributes of a resource.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The resource.
    pub resource: ResourceIndex,
    /// Below its attributes.
    pub path: Path,
}

/// A place on the way, and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Station {
    /// Where.
    pub place: Place,
    /// In words, without a full stop.
    pub note: String,
}

/// What somebody wrote that lets the internet in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opening {
    /// The one place that opens it.
    pub place: Place,
    /// `tcp`, `udp`, `all`, ...
    pub protocol: String,
    /// The ports, both ends included; none where they are unknown.
    pub ports: Option<(u16, u16)>,
    /// Whether it is open.
    pub standing: Standing,
    /// What would have to be known of it.
    pub unknown: Vec<Place>,
}

/// Every port.
pub(super) const ALL_PORTS: (u16, u16) = (0, u16::MAX);

/// Whether something is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) standing: Standing,
    /// What would have to be known.
    pub(super) unknown: Vec<Place>,
}

impl Judged {
    /// Known to be so.
    pub(super) const YES: Judged = Judged { standing: Standing::Open, unknown: Vec::new() };
    /// Known not to be so.
    pub(super) const NO: Judged = Judged { standing: Standing::Blocked, unknown: Vec::new() };
    /// The files do not say.
    pub(super) const UNSEEN: Judged = Judged { standing: Standing::Possible, unknown: Vec::new() };

    /// Known to be so, or not.
    pub(super) fn known(holds: bool) -> Judged {
        if holds { Judged::YES } else { Judged::NO }
    }

    /// Whether it is known not to be so.
    pub(super) fn is_no(&self) -> bool {
        self.standing == Standing::Blocked
    }

    /// Both.
    #[must_use]
    pub(super) fn and(mut self, other: Judged) -> Judged {
        self.standing = self.standing.max(other.standing);
        self.unknown.extend(other.unknown);
        self
    }

    /// At least one.
    #[must_use]
    pub(super) fn or(self, other: Judged) -> Judged {
        match self.standing.cmp(&other.standing) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => {
                let unknown = self.unknown.into_iter().chain(other.unknown).collect();
                Judged { standing: self.standing, unknown }
            }
        }
    }

    /// The opposite: what is not seen or unknown stays so.
    pub(super) fn not(self) -> Judged {
        match self.standing {
            Standing::Open => Judged::NO,
            Standing::Blocked => Judged::YES,
            _ => self,
        }
    }

    /// The best of several; `NO` of none.
    pub(super) fn any(all: impl IntoIterator<Item = Judged>) -> Judged {
        all.into_iter().fold(Judged::NO, Judged::or)
    }
}

/// A step of a way: from the internet, or from something that is reached, to the next thing.
#[derive(Clone, Debug)]
pub(super) struct Door {
    /// None: the internet.
    pub(super) from: Option<ResourceIndex>,
    pub(super) to: ResourceIndex,
    pub(super) judged: Judged,
    pub(super) stations: Vec<Station>,
    /// Of a door to the internet: what opens it.
    pub(super) openings: Vec<Opening>,
    /// What keeps it shut, of a blocked one.
    pub(super) blocked_by: Vec<Station>,
}

impl Door {
    pub(super) fn new(from: Option<ResourceIndex>, to: ResourceIndex, judged: Judged) -> Door {
        Door { from, to, judged, stations: Vec::new(), openings: Vec::new(), blocked_by: Vec::new() }
    }

    #[must_use]
    pub(super) fn station(mut self, place: Place, note: impl Into<String>) -> Door {
        self.stations.push(Station { place, note: note.into() });
        self
    }

    #[must_use]
    pub(super) fn openings(mut self, openings: Vec<Opening>) -> Door {
        self.openings = openings;
        self
    }
}

impl Opening {
    /// Of one port, or all.
    pub(super) fn new(place: Place, protocol: &str, ports: Option<(u16, u16)>, judged: &Judged) -> Opening {
        let (standing, unknown) = (judged.standing, judged.unknown.clone());
        Opening { place, protocol: protocol.to_owned(), ports, standing, unknown }
    }

    /// The part of it that is of one protocol.
    pub(super) fn of_protocol(&self, protocol: &str) -> Opening {
        Opening { protocol: protocol.to_owned(), ..self.clone() }
    }

    /// Whether it is open.
    pub(super) fn judged(&self) -> Judged {
        let unknown = if self.standing == Standing::Open { Vec::new() } else { self.unknown.clone() };
        Judged { standing: self.standing, unknown }
    }
}
