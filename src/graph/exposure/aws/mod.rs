//! Doors into AWS.

mod balancer;
mod function;
mod group;
mod machine;
mod service;
mod subnet;

pub(super) use group::Groups;

use super::door::Door;
use super::map::Map;

/// All doors of AWS.
pub(super) fn doors(map: &Map<'_>, groups: &Groups) -> Vec<Door> {
    let mut doors = machine::doors(map, groups);
    doors.extend(balancer::doors(map, groups));
    doors.extend(service::doors(map, groups));
    doors.extend(function::doors(map));
    doors
}
