//! The port on which a database of AWS answers.

use super::group::Admission;
use crate::graph::ResourceIndex;
use crate::graph::exposure::door::{ALL_PORTS, Opening, Place, Standing};
use crate::graph::exposure::field::{Field, Told};
use crate::graph::exposure::map::Map;

/// Engines by how their names begin, and the port that AWS gives a database of theirs where none is said.
const ENGINES: [(&str, u16); 8] = [
    ("aurora-postgresql", 5432),
    ("aurora", 3306),
    ("db2", 50_000),
    ("mariadb", 3306),
    ("mysql", 3306),
    ("oracle", 1521),
    ("postgres", 5432),
    ("sqlserver", 1433),
];
/// The same of Redshift, which has one engine.
const REDSHIFT: u16 = 5439;

/// Replicas of replicas that are followed to the database whose port they have.
const MAX_REPLICAS: usize = 8;

/// Where something answers.
#[derive(Clone, Debug)]
pub(super) enum Port {
    /// On whatever its groups let in.
    Any,
    /// On this port.
    One(u16),
    /// On a port that something unknown decides.
    Unknown(Place),
    /// On a port that the files do not say.
    Unseen,
}

impl Port {
    /// Where a service answers.
    pub(super) fn of(map: &Map<'_>, service: ResourceIndex) -> Port {
        let written = map.field(service).get("port");
        match map.kind(service) {
            "aws_redshift_cluster" | "aws_redshiftserverless_workgroup" => {
                Port::written(&written).unwrap_or(Port::One(REDSHIFT))
            }
            "aws_db_instance" => Port::of_database(map, service, "replicate_source_db", 0),
            "aws_rds_cluster_instance" => {
                let named = map.field(service).get("cluster_identifier");
                match *map.targets(service, &["cluster_identifier"], &["aws_rds_cluster"]) {
                    [cluster] => Port::of_database(map, cluster, "replication_source_identifier", 0),
                    _ if named.is_unknown() => Port::Unknown(named.place()),
                    _ => Port::Unseen,
                }
            }
            _ => Port::written(&written).unwrap_or(Port::Any),
        }
    }

    /// As an argument says it; none where it says nothing.
    fn written(port: &Field<'_>) -> Option<Port> {
        match port.port() {
            Some((port, _)) => Some(Port::One(port)),
            None => port.is_unknown().then(|| Port::Unknown(port.place())),
        }
    }

    /// The port that is said, that of the database it is a replica of, or that of the engine.
    fn of_database(map: &Map<'_>, database: ResourceIndex, replicates: &str, depth: usize) -> Port {
        let field = map.field(database);
        if let Some(port) = Port::written(&field.get("port")) {
            return port;
        }
        let kind = map.kind(database);
        if let ([original], true) = (&*map.targets(database, &[replicates], &[kind]), depth < MAX_REPLICAS) {
            return Port::of_database(map, *original, replicates, depth + 1);
        }
        let engine = field.get("engine");
        match engine.text() {
            Told::Unknown => Port::Unknown(engine.place()),
            Told::Known(name) => {
                let name = name.trim().to_ascii_lowercase();
                let name = name.strip_prefix("custom-").unwrap_or(&name);
                let known = ENGINES.iter().find(|(begins, _)| name.starts_with(begins));
                known.map_or(Port::Unseen, |(_, port)| Port::One(*port))
            }
            // What is made from a snapshot has the port of what that was taken of.
            Told::Absent => Port::Unseen,
        }
    }

    /// What of an admission gets through to it.
    pub(super) fn admits(&self, admission: Admission) -> Admission {
        let own = match self {
            Port::Any => return admission,
            Port::One(own) => Some(*own),
            Port::Unknown(_) | Port::Unseen => None,
        };
        let let_in = |opening: &Opening| {
            let reaches = |own: u16| opening.ports.is_none_or(|(from, to)| from <= own && own <= to);
            ["tcp", "all"].contains(&opening.protocol.as_str()) && own.is_none_or(reaches)
        };
        let openings = admission.openings.into_iter().filter(let_in);
        let openings = openings.map(|opening| self.opened(opening, own)).collect();
        Admission::new(admission.unseen, openings)
    }

    /// An opening that may let this port through.
    fn opened(&self, mut opening: Opening, own: Option<u16>) -> Opening {
        let doubt = match self {
            _ if opening.ports == Some(ALL_PORTS) => Standing::Open,
            Port::Unseen => Standing::Possible,
            Port::Unknown(place) => {
                opening.unknown.push(place.clone());
                Standing::Unknown
            }
            Port::One(_) if opening.ports.is_none() => Standing::Unknown,
            Port::One(_) | Port::Any => Standing::Open,
        };
        opening.standing = opening.standing.max(doubt);
        opening.ports = opening.ports.and(own.map(|own| (own, own)));
        opening
    }
}
