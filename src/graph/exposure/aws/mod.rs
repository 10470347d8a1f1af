//! Doors into AWS.

mod balancer;
mod function;
mod group;
mod machine;
mod policy;
mod port;
mod service;
mod subnet;

pub(super) use group::Groups;
pub(super) use machine::nodes;

use super::door::Door;
use super::map::Map;
use policy::Policies;

/// All doors of AWS.
pub(super) fn doors<'g>(map: &Map<'g>, groups: &Groups) -> Vec<Door> {
    let mut policies = Policies::new(map.resources);
    let mut doors = machine::doors(map, groups);
    doors.extend(balancer::doors(map, groups));
    doors.extend(service::doors(map, groups, &mut policies));
    doors.extend(function::doors(map, &mut policies));
    doors
}
