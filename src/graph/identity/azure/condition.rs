//! What the condition of a role assignment does to its rights.

use super::actions::{Action, GIVES_ROLES};
use crate::graph::identity::text::Text;

/// The roles by which one gets more rights: whoever may give these may have all.
const STRONG_ROLES: [&str; 3] = [
    // Owner, User Access Administrator, Role Based Access Control Administrator
    "8e3af657a8ff443ca75c2fe8c4bcb635",
    "18d7d88dd35e4fb5a5c37773c20a72d9",
    "f58310d9a9f6439a9e8df62e7b41a168",
];

/// What a condition comes to for one action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing.
    None,
    /// It holds the right to less.
    Narrows,
    /// Cannot be told.
    Unknown,
}

/// What a condition does to a right. Only giving roles is something whose conditions are read closely; an action that
/// one names otherwise is held to less.
pub(super) fn effect(condition: &Text, action: &Action) -> Effect {
    if action.is_of_directory() {
        return Effect::None;
    }
    let Some(known) = condition.as_known() else { return Effect::Unknown };
    let text: String = known.to_lowercase().chars().filter(|one| !one.is_whitespace()).collect();
    if text.is_empty() {
        return Effect::None;
    }
    let name = action.name.to_lowercase();
    let speaks_of = !text.contains("actionmatches{") || text.contains(&format!("actionmatches{{'{name}'"));
    match (speaks_of, action.name == GIVES_ROLES) {
        (false, _) => Effect::None,
        (true, false) => match text.contains("actionmatches{") {
            true => Effect::Narrows,
            // About giving roles alone, though it does not say so: it compares what only such a request has.
            false => Effect::None,
        },
        (true, true) => match holds_roles(&text) {
            true => Effect::Narrows,
            false => Effect::None,
        },
    }
}

/// Whether a condition keeps one from giving oneself a role that leads to all rights.
fn holds_roles(text: &str) -> bool {
    let attribute =
        |name: &str| compared(text, &format!("@request[microsoft.authorization/roleassignments:{name}]"));
    if !attribute("principalid").is_empty() {
        return true;
    }
    let roles = attribute("roledefinitionid").into_iter().any(|(operator, values)| {
        let values = values.replace('-', "");
        match operator.contains("notequals") {
            true => STRONG_ROLES.iter().all(|role| values.contains(role)),
            false => !STRONG_ROLES.iter().any(|role| values.contains(role)),
        }
    });
    let whom = attribute("principaltype")
        .into_iter()
        .any(|(operator, values)| values.contains("serviceprincipal") == operator.contains("notequals"));
    roles || whom
}

/// The operators and values that an attribute is compared with.
fn compared<'t>(text: &'t str, attribute: &str) -> Vec<(&'t str, &'t str)> {
    let read = |piece: &'t str| {
        let (operator, values) = piece.split_at(piece.find(['{', '\''])?);
        let close = if values.starts_with('{') { '}' } else { '\'' };
        Some((operator, values.get(1..)?.split(close).next()?))
    };
    text.split(attribute).skip(1).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::super::actions::WATCHED;
    use super::*;

    fn on_roles(condition: &str) -> Effect {
        let gives = WATCHED.iter().find(|action| action.name == GIVES_ROLES).expect("is watched");
        effect(&Text::known(condition), gives)
    }

    const GUARD: &str = "(!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR ";

    #[test]
    fn a_list_of_roles_narrows_unless_it_holds_one_that_leads_to_all() {
        let listed = |operator: &str, roles: &str| {
            let attribute = "@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]";
            on_roles(&format!("({GUARD}({attribute} {operator} {{{roles}}}))"))
        };
        let reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
        let owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
        assert_eq!(listed("ForAnyOfAnyValues:GuidEquals", reader), Effect::Narrows);
        assert_eq!(listed("ForAnyOfAnyValues:GuidEquals", &format!("{reader}, {owner}")), Effect::None);
        assert_eq!(listed("ForAnyOfAllValues:GuidNotEquals", owner), Effect::None);
        let all =
            format!("{owner}, 18d7d88d-d35e-4fb5-a5c3-7773c20a72d9, f58310d9-a9f6-439a-9e8d-f62e7b41a168");
        assert_eq!(listed("ForAnyOfAllValues:GuidNotEquals", &all), Effect::Narrows);
    }

    #[test]
    fn a_type_of_principals_narrows_where_programs_are_none() {
        let typed = |value: &str| {
            let attribute = "@Request[Microsoft.Authorization/roleAssignments:PrincipalType]";
            on_roles(&format!(
                "({GUARD}({attribute} ForAnyOfAnyValues:StringEqualsIgnoreCase {{'{value}'}}))"
            ))
        };
        assert_eq!(typed("User"), Effect::Narrows);
        assert_eq!(typed("ServicePrincipal"), Effect::None);
    }

    #[test]
    fn conditions_on_other_actions_change_nothing() {
        assert_eq!(
            on_roles("(!(ActionMatches{'Microsoft.Storage/x/read'})) OR @Resource[x] StringEquals 'a'"),
            Effect::None
        );
        assert_eq!(on_roles(""), Effect::None);
        let unknown =
            Text { text: format!("{GUARD}{}", crate::graph::identity::text::HOLE), ..Text::default() };
        let gives = WATCHED.iter().find(|action| action.name == GIVES_ROLES).expect("is watched");
        assert_eq!(effect(&unknown, gives), Effect::Unknown);
    }
}
