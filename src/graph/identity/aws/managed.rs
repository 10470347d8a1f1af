//! The policies that AWS itself manages, as far as they allow watched actions.

use crate::graph::identity::text::{HOLE, Text};
use crate::graph::identity::tree::Node;
use std::collections::BTreeMap;

/// A policy a line: see its head.
const TABLE: &str = include_str!("managed_policies.txt");

/// The name in the ARN of a policy that AWS manages: `arn:aws:iam::aws:policy/job-function/ViewOnlyAccess`. Every
/// partition has these policies, so that it need not be known which one it is.
pub(super) fn name_in(arn: &str) -> Option<&str> {
    let (partition, path) = arn.split_once(":iam::aws:policy/")?;
    let partition = partition.strip_prefix("arn:")?;
    if path.contains(HOLE) || partition.contains(':') {
        return None;
    }
    Some(path.rsplit_once('/').map_or(path, |(_, name)| name))
}

/// The document of a policy that AWS manages, told by its name; none where the table lacks it. It holds watched
/// actions only.
pub(super) fn document(name: &str) -> Option<Node> {
    let mut lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let items = lines.find_map(|line| {
        let (own, items) = line.split_once(' ').unwrap_or((line, ""));
        (own == name).then_some(items)
    })?;
    let (mut allowed, mut denied, mut but) = (Vec::new(), Vec::new(), Vec::new());
    let mut statements = Vec::new();
    for item in items.split_whitespace() {
        match (item.split_once('>'), item.strip_prefix('-'), item.strip_prefix('!')) {
            (Some((action, services)), ..) => statements.push(passing(action, services)),
            (None, Some(action), _) => denied.push(text(action)),
            (None, None, Some(action)) => but.push(text(action)),
            (None, None, None) => allowed.push(text(item)),
        }
    }
    for (effect, key, actions) in
        [("Allow", "Action", allowed), ("Deny", "Action", denied), ("Allow", "NotAction", but)]
    {
        if !actions.is_empty() {
            statements.push(statement(effect, key, actions, Node::Absent));
        }
    }
    Some(object([("Statement", Node::List(statements, Vec::new()))]))
}

fn text(known: &str) -> Node {
    Node::Text(Text::known(known))
}

fn object<const N: usize>(entries: [(&str, Node); N]) -> Node {
    let entries: BTreeMap<String, Node> =
        entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Node::Object(entries, Vec::new())
}

fn statement(effect: &str, key: &str, actions: Vec<Node>, condition: Node) -> Node {
    let actions = Node::List(actions, Vec::new());
    object([("Effect", text(effect)), (key, actions), ("Resource", text("*")), ("Condition", condition)])
}

/// A statement that allows to pass roles to some services only.
fn passing(action: &str, services: &str) -> Node {
    let services = Node::List(services.split(',').map(text).collect(), Vec::new());
    let condition = object([("StringLike", object([("iam:PassedToService", services)]))]);
    statement("Allow", "Action", vec![text(action)], condition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_can_be_read() {
        let names: Vec<&str> = TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once(' ').map_or(line, |(name, _)| name))
            .collect();
        assert!(names.is_sorted_by(|one, next| one < next));
        assert!(names.iter().all(|name| document(name).is_some()));
        assert!(document("NoSuchPolicy").is_none());
    }

    #[test]
    fn names_are_read_from_arns_of_any_partition() {
        assert_eq!(name_in("arn:aws:iam::aws:policy/AdministratorAccess"), Some("AdministratorAccess"));
        assert_eq!(name_in("arn:aws-cn:iam::aws:policy/job-function/Billing"), Some("Billing"));
        assert_eq!(name_in(&format!("arn:{HOLE}:iam::aws:policy/ReadOnlyAccess")), Some("ReadOnlyAccess"));
        assert_eq!(name_in("arn:aws:iam::123456789012:policy/AdministratorAccess"), None);
        assert_eq!(name_in(&format!("arn:aws:iam::aws:policy/{HOLE}")), None);
    }
}
