//! What the statements that hold for an identity come to: allowed, not denied, within its boundary.

use super::actions::{Action, WATCHED};
use super::attached::{Attached, Boundary, Owned};
use super::condition::{self, Limits};
use super::scope::{Scope, covers};
use super::statement::{Document, Effect, Listed, Statement, UNKNOWN_PRINCIPALS};
use crate::evaluate::Path;
use crate::graph::identity::{Grant, Open, Part, Place, Right, Sign};
use std::collections::{BTreeMap, BTreeSet};

/// The rights to one watched action with what they cover, before targets are known.
#[derive(Clone, Debug)]
pub(super) struct Effective {
    pub(super) right: Right,
    pub(super) scope: Scope,
}

/// What an identity may do.
#[derive(Clone, Debug, Default)]
pub(super) struct Effects {
    /// By position in [`WATCHED`].
    pub(super) rights: BTreeMap<usize, Vec<Effective>>,
    pub(super) administrator: Vec<Right>,
    pub(super) grants: Vec<Grant>,
    pub(super) unknown: Open,
}

/// Whether an action is one by which identities change each other's rights.
fn is_iam(position: usize) -> bool {
    WATCHED.get(position).is_some_and(|action| action.name.starts_with("iam:"))
}

/// The effects of what is attached to an identity.
pub(super) fn of(owned: &Owned) -> Effects {
    let mut effects = Effects { unknown: owned.unknown.clone(), ..Effects::default() };
    let mut whole = Vec::new();
    for attached in &owned.attached {
        effects.allow(attached, &mut whole);
    }
    for attached in &owned.attached {
        effects.restrict(attached);
    }
    match &owned.boundary {
        Some(Boundary::Known(attached)) => effects.bound(attached),
        Some(Boundary::Unknown(place)) => effects.doubt(place),
        None => {}
    }
    effects.administrators(whole);
    effects
}

/// A statement that may make an administrator.
struct Whole {
    right: Right,
}

impl Effects {
    fn allow(&mut self, attached: &Attached, whole: &mut Vec<Whole>) {
        let document = &attached.document;
        let place = |path: &Path| attached.instead.clone().unwrap_or_else(|| document.place(path));
        self.unknown.extend(document.unknown.iter().chain(&document.opaque).map(place), Part::Rights);
        for statement in &document.statements {
            self.grants.extend(grant(attached, statement, &place));
            if statement.effect == Effect::Deny {
                continue;
            }
            let limits = Limits::of(statement);
            let mut needs: Vec<Place> = statement.unknown_conditions.iter().map(place).collect();
            needs.extend(limits.unknown.iter().map(place));
            if statement.effect == Effect::Unknown {
                needs.push(place(&statement.path.join(&["Effect"])));
            }
            self.unknown.extend_by(needs.iter().cloned(), &parts(statement));
            let allowed = Allowed { attached, statement, limits: &limits, needs: &needs };
            self.of_statement(&allowed, &place);
            whole.extend(allowed.whole(&place).map(|right| Whole { right }));
        }
        for statement in document.perhaps.iter().filter(|one| one.effect != Effect::Deny) {
            self.unknown.add(place(&statement.path), Part::Grants);
            self.unknown.extend_by([place(&statement.path)], &parts_if_there(statement));
        }
    }

    fn of_statement(&mut self, allowed: &Allowed<'_>, place: &impl Fn(&Path) -> Place) {
        let statement = allowed.statement;
        for (position, path, written, sweeping) in matched(statement) {
            let Some(action) = WATCHED.get(position) else { continue };
            let scope = Scope::of(&statement.resources, action);
            if scope.is_nothing() {
                continue;
            }
            let mut right = allowed.right(place(&path), written, sweeping);
            right.anywhere = scope.anywhere;
            // The service that a role is passed to is a matter of passing roles: no other request says one.
            right.narrowed |= right.services.is_some() && action.name != "iam:PassRole";
            right.resources = scope.shown();
            if statement.actions.negated {
                right.needs.extend(statement.actions.unknown.iter().map(place));
            }
            self.rights.entry(position).or_default().push(Effective { right, scope });
        }
        if !statement.actions.negated {
            self.unknown.extend(statement.actions.unknown.iter().map(place), Part::Rights);
        }
        if !statement.resources.negated {
            self.unknown.extend_by(statement.resources.unknown.iter().map(place), &parts(statement));
        }
    }

    /// Takes away what a document denies.
    fn restrict(&mut self, attached: &Attached) {
        let document = &attached.document;
        let place = |path: &Path| attached.instead.clone().unwrap_or_else(|| document.place(path));
        for path in &document.opaque {
            self.doubt(&place(path));
        }
        for statement in document.statements.iter().filter(|statement| statement.effect != Effect::Allow) {
            let mut doubts: Vec<Place> = statement.unknown_conditions.iter().map(place).collect();
            if statement.effect == Effect::Unknown {
                doubts.push(place(&statement.path.join(&["Effect"])));
            }
            doubts.extend(statement.resources.unknown.iter().map(place));
            let limits = Limits::of(statement);
            if !statement.actions.unknown.is_empty() {
                let unknown: Vec<Place> = statement.actions.unknown.iter().map(place).collect();
                unknown.iter().for_each(|place| self.doubt(place));
            }
            for (position, ..) in matched(statement) {
                let Some(action) = WATCHED.get(position) else { continue };
                for effective in self.rights.get_mut(&position).into_iter().flatten() {
                    effective.right.needs.extend(doubts.iter().cloned());
                    if doubts.is_empty() {
                        deny(effective, action, &statement.resources, &limits);
                    }
                }
            }
        }
        for statement in document.perhaps.iter().filter(|one| one.effect != Effect::Allow) {
            let place = place(&statement.path);
            match statement.actions.unknown.is_empty() {
                true => self.doubt_of(&place, matched(statement).into_iter().map(|(position, ..)| position)),
                false => self.doubt(&place),
            }
        }
        self.rights.values_mut().for_each(|rights| rights.retain(|effective| !effective.scope.is_nothing()));
        self.rights.retain(|_, rights| !rights.is_empty());
    }

    /// Leaves what a boundary allows.
    fn bound(&mut self, attached: &Attached) {
        let document = &attached.document;
        let place = |path: &Path| attached.instead.clone().unwrap_or_else(|| document.place(path));
        let allowing = document.perhaps.iter().filter(|one| one.effect != Effect::Deny);
        for path in document.unknown.iter().chain(allowing.map(|statement| &statement.path)) {
            self.doubt(&place(path));
        }
        let mut inside: BTreeMap<usize, Vec<Inside<'_>>> = BTreeMap::new();
        for statement in document.statements.iter().filter(|statement| statement.effect != Effect::Deny) {
            let mut doubts: Vec<Place> = statement.unknown_conditions.iter().map(place).collect();
            if statement.effect == Effect::Unknown {
                doubts.push(place(&statement.path.join(&["Effect"])));
            }
            let limits = Limits::of(statement);
            let unknown = statement.actions.unknown.iter().chain(&statement.resources.unknown);
            unknown.chain(&limits.unknown).map(place).for_each(|place| self.doubt(&place));
            let narrowed = limits.narrowed;
            for (position, ..) in matched(statement) {
                let resources = &statement.resources;
                inside.entry(position).or_default().push(Inside {
                    narrowed,
                    resources,
                    doubts: doubts.clone(),
                });
            }
        }
        self.rights.retain(|position, rights| {
            let (Some(allowing), Some(action)) = (inside.get(position), WATCHED.get(*position)) else {
                return rights.iter().any(|effective| !effective.right.needs.is_empty());
            };
            for effective in rights {
                within(effective, action, allowing, attached);
            }
            true
        });
        self.restrict(attached);
    }

    /// Notes that something may take away any right.
    fn doubt(&mut self, place: &Place) {
        let all: Vec<usize> = self.rights.keys().copied().collect();
        self.doubt_of(place, all);
    }

    /// Notes that something may take away the rights to some watched actions.
    fn doubt_of(&mut self, place: &Place, positions: impl IntoIterator<Item = usize>) {
        for position in positions {
            let Some(rights) = self.rights.get_mut(&position) else { continue };
            self.unknown.extend_by([place.clone()], &parts_of([position]));
            rights.iter_mut().for_each(|effective| effective.right.needs.push(place.clone()));
        }
    }

    /// Who is an administrator: everything, or all of IAM, is allowed everywhere and nothing that IAM watches over is
    /// taken away again.
    fn administrators(&mut self, whole: Vec<Whole>) {
        let kept = |effective: &&Effective| effective.right.anywhere && !effective.right.narrowed;
        let all = (0..WATCHED.len()).filter(|position| is_iam(*position));
        let mut needs: Vec<Place> = Vec::new();
        for position in all {
            let Some(right) = self.rights.get(&position).and_then(|rights| rights.iter().find(kept)) else {
                return;
            };
            needs.extend(right.right.needs.iter().cloned());
        }
        needs.sort();
        needs.dedup();
        for Whole { mut right } in whole {
            right.needs.extend(needs.iter().cloned());
            right.needs.sort();
            right.needs.dedup();
            self.administrator.push(right);
        }
        if self.administrator.iter().any(|right| right.needs.is_empty()) {
            self.rights.clear();
        }
    }
}

/// What is open of an identity whose rights to some watched actions are.
fn parts_of(positions: impl IntoIterator<Item = usize>) -> BTreeSet<Part> {
    let mut parts = BTreeSet::new();
    for (position, action) in positions.into_iter().filter_map(|at| Some((at, WATCHED.get(at)?))) {
        parts.insert(Part::Right(action.name));
        parts.extend(is_iam(position).then_some(Part::Power));
        parts.extend((action.name == "sts:AssumeRole").then_some(Part::Becoming));
    }
    parts
}

/// What is open of an identity as long as something about a statement is, beside its actions.
fn parts(statement: &Statement) -> BTreeSet<Part> {
    parts_of(matched(statement).into_iter().map(|(position, ..)| position))
}

/// What is open of an identity that may have a statement or not.
fn parts_if_there(statement: &Statement) -> BTreeSet<Part> {
    match statement.actions.negated || statement.actions.unknown.is_empty() {
        true => parts(statement),
        false => BTreeSet::from([Part::Rights]),
    }
}

/// What is open of an identity that may have a document or not.
pub(super) fn parts_by(document: &Document) -> BTreeSet<Part> {
    if !document.unknown.is_empty() || !document.opaque.is_empty() {
        return BTreeSet::from([Part::Rights]);
    }
    let all = document.statements.iter().chain(&document.perhaps);
    all.filter(|one| one.effect != Effect::Deny).flat_map(parts_if_there).collect()
}

/// A statement that allows something, and how an identity comes by it.
struct Allowed<'s> {
    attached: &'s Attached,
    statement: &'s Statement,
    limits: &'s Limits,
    needs: &'s [Place],
}

impl Allowed<'_> {
    fn right(&self, at: Place, action: String, sweeping: bool) -> Right {
        Right {
            evidence: self.attached.evidence.clone(),
            needs: self.needs.to_vec(),
            sweeping,
            narrowed: self.limits.narrowed,
            services: self.limits.services.clone(),
            conditions: condition::keys(self.statement),
            tags: self.limits.tags.clone(),
            ..Right::over(Vec::new(), action, at)
        }
    }

    /// The right to everything, or to all of IAM, where the statement gives that.
    fn whole(&self, place: &impl Fn(&Path) -> Place) -> Option<Right> {
        let statement = self.statement;
        if self.limits.narrowed || self.limits.services.is_some() {
            return None;
        }
        let action = WATCHED.iter().find(|action| action.name == "iam:PassRole")?;
        let scope = Scope::of(&statement.resources, action);
        // All of IAM is roles, users, groups and policies.
        let every = scope.anywhere && scope.whole_account;
        let (path, action) = whole_actions(statement).filter(|_| every)?;
        let mut right = self.right(place(&path), action, true);
        right.anywhere = true;
        right.resources = scope.shown();
        Some(right)
    }
}

/// Where a statement lists all actions, or all of IAM, and how.
fn whole_actions(statement: &Statement) -> Option<(Path, String)> {
    let actions = &statement.actions;
    if actions.negated {
        let mut iam = (0..WATCHED.len()).filter(|at| is_iam(*at)).filter_map(|at| WATCHED.get(at));
        let excluded =
            |action: &Action| statement.patterns.iter().any(|pattern| pattern.matches(action.name));
        let all = actions.unknown.is_empty() && !iam.any(excluded);
        return all.then(|| (actions.path.clone(), "NotAction".to_owned()));
    }
    let mut listed = statement.patterns.iter().zip(&actions.texts);
    let (_, (path, text)) = listed.find(|(pattern, _)| pattern.is_all_of_iam())?;
    Some((path.clone(), text.shown()))
}

/// The watched actions of a statement, each with where it is written, how, and whether as one of all actions.
fn matched(statement: &Statement) -> Vec<(usize, Path, String, bool)> {
    if statement.actions.negated {
        let excluded =
            |action: &Action| statement.patterns.iter().any(|pattern| pattern.matches(action.name));
        let all = WATCHED.iter().enumerate().filter(|(_, action)| !excluded(action));
        let path = &statement.actions.path;
        return all.map(|(at, action)| (at, path.clone(), action.name.to_owned(), true)).collect();
    }
    let mut found: BTreeMap<usize, (Path, String, bool)> = BTreeMap::new();
    for (pattern, (path, text)) in statement.patterns.iter().zip(&statement.actions.texts) {
        for at in pattern.watched() {
            let written = (path.clone(), text.shown(), pattern.is_everything());
            // What names the action more closely speaks for it.
            let entry = found.entry(at).or_insert_with(|| written.clone());
            if entry.2 && !written.2 {
                *entry = written;
            }
        }
    }
    found.into_iter().map(|(at, (path, written, sweeping))| (at, path, written, sweeping)).collect()
}

fn grant(attached: &Attached, statement: &Statement, place: &impl Fn(&Path) -> Place) -> Option<Grant> {
    let texts = |listed: &Listed| listed.texts.iter().map(|(_, text)| text.shown()).collect::<Vec<_>>();
    (statement.effect != Effect::Unknown).then(|| Grant {
        at: place(&statement.path),
        allows: statement.effect == Effect::Allow,
        actions: texts(&statement.actions),
        all_but: statement.actions.negated,
        resources: texts(&statement.resources),
        conditions: condition::keys(statement),
        evidence: attached.evidence.clone(),
    })
}

/// Takes from a right what a statement denies.
fn deny(effective: &mut Effective, action: &Action, resources: &Listed, limits: &Limits) {
    if limits.conditional {
        effective.right.narrowed |= limits.narrowed && covers(resources, action);
        return;
    }
    if resources.negated {
        // All but some are denied: what is left is some.
        effective.right.narrowed |= effective.scope.anywhere;
        effective.right.anywhere = false;
        effective.scope.keep_only(resources);
        return;
    }
    effective.scope.remove(resources, action);
    effective.right.anywhere = effective.scope.anywhere;
    effective.right.resources = effective.scope.shown();
}

/// What a statement of a boundary allows.
struct Inside<'s> {
    /// A condition holds it to less than its resources say.
    narrowed: bool,
    resources: &'s Listed,
    /// What, if it were known, could take it away.
    doubts: Vec<Place>,
}

/// Leaves of a right what a boundary's statements about its action allow.
fn within(effective: &mut Effective, action: &Action, allowing: &[Inside<'_>], attached: &Attached) {
    let whole = allowing.iter().filter(|inside| !inside.narrowed && covers(inside.resources, action));
    // The one with the fewest doubts decides.
    match whole.min_by_key(|inside| inside.doubts.len()) {
        Some(inside) => effective.right.needs.extend(inside.doubts.iter().cloned()),
        None => effective.right.narrowed = true,
    }
    let signs = attached.evidence.iter().filter(|sign| !sign.note.is_empty());
    effective.right.evidence.extend(signs.cloned().collect::<Vec<Sign>>());
}

impl Document {
    /// Whether it says anything about principals: it is then the policy of a resource.
    pub(super) fn has_principals(&self) -> bool {
        self.statements.iter().chain(&self.perhaps).any(|statement| {
            let known = |(kind, _): &(String, Listed)| kind != UNKNOWN_PRINCIPALS;
            statement.principals.iter().any(known) || statement.all_principals_but
        })
    }

    /// Where it may say something about principals.
    pub(super) fn perhaps_principals(&self) -> Option<Place> {
        let statements = self.statements.iter().chain(&self.perhaps);
        let unknown = |(kind, _): &&(String, Listed)| kind == UNKNOWN_PRINCIPALS;
        let mut principals = statements.filter_map(|statement| statement.principals.iter().find(unknown));
        principals.next().map(|(_, listed)| self.place(&listed.path))
    }
}
