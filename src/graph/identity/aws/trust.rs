//! Trust policies: who may act as a role.

use super::actions::ActionPattern;
use super::statement::{Condition, Document, Effect, Listed, Statement};
use super::world::World;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::text::Text;
use crate::graph::identity::{Place, Trust, TrustCondition};
use crate::graph::{Resource, ResourceIndex};

/// Who may act as a role, and what is unknown of that.
#[derive(Clone, Debug, Default)]
pub(super) struct Trusts {
    pub(super) trusts: Vec<Trust>,
    pub(super) unknown: Vec<Place>,
}

/// What the trust policy of a role says.
pub(super) fn of_role(world: &mut World<'_, '_>, at: ResourceIndex, role: &Resource) -> Trusts {
    let argument = "assume_role_policy";
    let Some(value) = role.attributes.get(argument).filter(|value| !matches!(value.data, Data::Null)) else {
        return Trusts::default();
    };
    let path = Path::default().join(&[argument]);
    let document = world.document(at, &path, value);
    let mut found = Trusts::default();
    found.unknown.extend(document.unknown.iter().chain(&document.opaque).map(|path| document.place(path)));
    for (position, statement) in document.statements.iter().enumerate() {
        if statement.effect == Effect::Deny || statement.all_principals_but {
            continue;
        }
        let recovered = match statement.unknown_conditions.is_empty() {
            true => None,
            false => as_blocks(world, at, &path, position, document.statements.len()),
        };
        of_statement(world, role, &document, statement, recovered, &mut found);
    }
    let unseen = document.unknown.iter().chain(&document.opaque).map(|path| document.place(path));
    let unseen: Vec<Place> = unseen.collect();
    found.doubt(&unseen);
    for statement in document.statements.iter().filter(|statement| statement.effect != Effect::Allow) {
        denied(&document, statement, &mut found);
    }
    found
}

impl Trusts {
    /// Notes that something unknown may deny what is allowed.
    fn doubt(&mut self, places: &[Place]) {
        for trust in &mut self.trusts {
            trust.needs.extend(places.iter().cloned());
        }
    }
}

/// An unconditional denial of everything leaves nobody; another one narrows, in ways that are not followed.
fn denied(document: &Document, statement: &Statement, found: &mut Trusts) {
    let mut doubts = statement.unknown_conditions.clone();
    if statement.effect == Effect::Unknown {
        doubts.push(statement.path.join(&["Effect"]));
    }
    let named = |listed: &Listed| listed.texts.iter().any(|(_, text)| text.text == "*") && !listed.negated;
    if !statement.principals.iter().any(|(_, listed)| named(listed)) {
        let unknown: Vec<&Path> =
            statement.principals.iter().flat_map(|(_, listed)| &listed.unknown).collect();
        if unknown.is_empty() {
            return;
        }
        doubts.extend(unknown.into_iter().cloned());
    }
    match assumes(statement) {
        true if !statement.actions.negated => {}
        false if statement.actions.negated || statement.actions.unknown.is_empty() => return,
        _ => doubts.extend(statement.actions.unknown.iter().cloned()),
    }
    if !doubts.is_empty() {
        let doubts: Vec<Place> = doubts.iter().map(|path| document.place(path)).collect();
        found.doubt(&doubts);
    } else if statement.conditions.is_empty() {
        found.trusts.clear();
    } else {
        for trust in &mut found.trusts {
            trust.conditions.extend(statement.conditions.iter().map(|condition| TrustCondition {
                operator: format!("Not{}", condition.operator),
                ..shown(document, condition)
            }));
        }
    }
}

fn assumes(statement: &Statement) -> bool {
    let actions = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"];
    let listed = |pattern: &ActionPattern| actions.iter().any(|action| pattern.matches(action));
    statement.patterns.iter().any(listed) != statement.actions.negated
}

fn of_statement(
    world: &World<'_, '_>,
    role: &Resource,
    document: &Document,
    statement: &Statement,
    recovered: Option<Vec<TrustCondition>>,
    found: &mut Trusts,
) {
    let mut needs: Vec<Place> = Vec::new();
    match assumes(statement) {
        true if !statement.actions.negated => {}
        false if statement.actions.negated || statement.actions.unknown.is_empty() => return,
        _ => needs.extend(statement.actions.unknown.iter().map(|path| document.place(path))),
    }
    if statement.effect == Effect::Unknown {
        needs.push(document.place(&statement.path.join(&["Effect"])));
    }
    let mut conditions: Vec<TrustCondition> =
        statement.conditions.iter().map(|condition| shown(document, condition)).collect();
    match recovered {
        Some(recovered) => conditions.extend(recovered),
        None => needs.extend(statement.unknown_conditions.iter().map(|path| document.place(path))),
    }
    // Of AWS' own keys it matters that they are asked for, of a provider's claims which values.
    let claims = statement.conditions.iter().filter(|condition| {
        let key = condition.lower_key();
        !key.starts_with("aws:") && !key.starts_with("sts:")
    });
    let values = claims.flat_map(|condition| &condition.values.unknown);
    needs.extend(values.map(|path| document.place(path)));
    found.unknown.extend(needs.iter().cloned());
    // An identity provider whose address is unknown may be one that everybody can use.
    let asked = conditions.iter().any(|condition| {
        condition.key.to_lowercase().ends_with(":sub") && !condition.operator.to_lowercase().contains("like")
    });
    let actions = statement.actions.texts.iter().map(|(_, text)| text.shown()).collect::<Vec<_>>();
    for (kind, listed) in &statement.principals {
        found.unknown.extend(listed.unknown.iter().map(|path| document.place(path)));
        for (path, text) in &listed.texts {
            let named = named_principal(world, text);
            if kind == "Federated" && named.is_none() && !text.is_known() && !asked {
                found.unknown.push(document.place(path));
            }
            found.trusts.push(Trust {
                principal_type: kind.clone(),
                principal: named.unwrap_or_else(|| text.shown()),
                identities: identities(world, role, text),
                at: document.place(path),
                actions: actions.clone(),
                conditions: conditions.clone(),
                needs: needs.clone(),
            });
        }
    }
}

fn shown(document: &Document, condition: &Condition) -> TrustCondition {
    TrustCondition {
        operator: condition.operator.clone(),
        key: condition.key.shown(),
        values: condition.values.texts.iter().map(|(_, text)| text.shown()).collect(),
        at: document.place(&condition.values.path),
    }
}

/// An identity provider that the configuration declares, by its address, or the account itself.
fn named_principal(world: &World<'_, '_>, text: &Text) -> Option<String> {
    let account = |(at, read): &(ResourceIndex, Path)| {
        let kind = world.graph.get(*at).map(|one| &*one.kind);
        kind == Some("data.aws_caller_identity") && read.0.last() == Some(&Step::from("account_id"))
    };
    if text.is_hole() && text.refers.iter().any(account) {
        return Some("arn:aws:iam::${}:root".to_owned());
    }
    let provider = text.refers.iter().filter_map(|(at, _)| world.graph.get(*at));
    let mut provider = provider.filter(|one| one.kind.ends_with("aws_iam_openid_connect_provider"));
    let url = provider.find_map(|one| one.attributes.get("url").and_then(Value::as_str))?;
    let host = url.trim_start_matches("https://").trim_end_matches('/');
    (!text.is_known()).then(|| format!("arn:aws:iam::${{}}:oidc-provider/{host}"))
}

/// The roles and users of the graph that a principal is.
fn identities(world: &World<'_, '_>, role: &Resource, text: &Text) -> Vec<ResourceIndex> {
    let is_identity = |at: &ResourceIndex| {
        let kind = world.graph.get(*at).map(|one| one.kind.trim_start_matches("data."));
        kind.is_some_and(|kind| matches!(kind, "aws_iam_role" | "aws_iam_user"))
    };
    let mut found: Vec<ResourceIndex> =
        text.refers.iter().map(|(at, _)| *at).filter(|at| is_identity(at)).collect();
    for (separator, kind) in [(":role/", "aws_iam_role"), (":user/", "aws_iam_user")] {
        if let Some((_, path)) = text.text.split_once(separator) {
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            found.extend(world.named(&role.root, kind, name));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The conditions of a statement as the blocks of a data source write them: a variable that is known in part, as
/// `${provider}:sub`, hides there no more than itself.
fn as_blocks(
    world: &mut World<'_, '_>,
    role: ResourceIndex,
    path: &Path,
    position: usize,
    statements: usize,
) -> Option<Vec<TrustCondition>> {
    let [data] = *world.referred(role, path, &["data.aws_iam_policy_document"]) else { return None };
    let document = world.graph.get(data)?;
    let merged = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];
    let blocks = document.attributes.get("statement").and_then(Value::items)?;
    if merged.iter().any(|argument| document.attributes.get(argument).is_some()) || blocks.len() != statements
    {
        return None;
    }
    let conditions = blocks.get(position)?.get("condition").and_then(Value::items)?;
    let base = Path::default().join(&["statement"]).with(Step::Index(position)).join(&["condition"]);
    let mut found = Vec::new();
    for (at, block) in conditions.iter().enumerate() {
        if block.is_unknown() {
            return None;
        }
        let mut text = |name: &str| block.get(name).map(|value| world.reader.text(data, value));
        let (operator, key) = (text("test")?, text("variable")?);
        let path = base.with(Step::Index(at)).join(&["values"]);
        let values = Listed::of_values(world, data, &path, block.get("values")?);
        if !operator.is_known() || !values.unknown.is_empty() || key.is_hole() {
            return None;
        }
        found.push(TrustCondition {
            operator: operator.text,
            key: key.shown(),
            values: values.texts.iter().map(|(_, text)| text.shown()).collect(),
            at: Place { resource: data, path },
        });
    }
    Some(found)
}

impl Listed {
    fn of_values(world: &mut World<'_, '_>, at: ResourceIndex, path: &Path, value: &Value) -> Listed {
        Listed::read(path.clone(), &world.reader.document(at, value))
    }
}
