//! Statements: going on with each way in which they hold.

use super::super::compile::{Clause, CompiledRule, CompiledStep as Step, Pattern, Term};
use super::maybe::{self, Truth};
use super::{Answer, Item, Machine, Stop};
use regorus::Value;

/// What is done with each way in which steps hold; whether to go on looking for more.
type Then<'t, 'a> = &'t mut dyn FnMut(&mut Machine<'a>) -> Result<bool, Stop>;

impl<'a> Machine<'a> {
    /// Does `then` for each way in which the steps hold. Whether it wants more.
    pub(super) fn solve(&mut self, steps: &'a [Step], then: Then<'_, 'a>) -> Result<bool, Stop> {
        let before = self.in_doubt;
        let more = self.go_on(steps, then)?;
        self.in_doubt = before;
        Ok(more)
    }

    fn go_on(&mut self, steps: &'a [Step], then: Then<'_, 'a>) -> Result<bool, Stop> {
        let mut rest = steps;
        while let Some((step, next)) = rest.split_first() {
            self.spend(1)?;
            let holds = match step {
                Step::Holds(term) => self.holds(term)?,
                Step::Fails(inner) => {
                    let truth = self.any(inner)?;
                    self.in_doubt |= truth == Truth::Maybe;
                    truth != Truth::Yes
                }
                Step::Match(pattern, term) => match self.term(term)? {
                    Some(item) => self.fits(pattern, item)?,
                    None => false,
                },
                Step::Every { key, value, of, steps: inner } => self.every(key, value, of, inner)?,
                Step::Each { key, value, of } => {
                    let Some(of) = self.term(of)? else { return Ok(true) };
                    return self.each(&of, &mut |machine, at, item| {
                        if machine.fits_both((key, at), (value, item))? {
                            machine.solve(next, then)
                        } else {
                            Ok(true)
                        }
                    });
                }
            };
            if !holds {
                return Ok(true);
            }
            rest = next;
        }
        then(self)
    }

    /// Whether the steps hold in any way.
    fn any(&mut self, steps: &'a [Step]) -> Result<Truth, Stop> {
        let mut any = Truth::No;
        self.apart(|machine| {
            machine.solve(steps, &mut |machine| {
                any = if machine.in_doubt { Truth::Maybe } else { Truth::Yes };
                Ok(any == Truth::Maybe)
            })
        })?;
        Ok(any)
    }

    /// Whether the steps hold for all elements. Not of what is no collection.
    fn every(
        &mut self,
        key: &'a Pattern,
        value: &'a Pattern,
        of: &'a Term,
        steps: &'a [Step],
    ) -> Result<bool, Stop> {
        let Some(of) = self.term(of)? else { return Ok(false) };
        if !matches!(of.value(), Value::Array(_) | Value::Set(_) | Value::Object(_)) {
            let may_be = self.is_open && maybe::is_unknown(of.value());
            self.in_doubt |= may_be;
            return Ok(may_be);
        }
        // What may be missing does not have to hold.
        let may_miss = self.is_open && maybe::has_gap(of.value());
        let mut in_doubt = false;
        let all = self.each(&of, &mut |machine, at, item| {
            let may_lack = maybe::is_unknown(item.value()) || maybe::has_no_place(item.value());
            let may_miss = may_miss || (machine.is_open && may_lack);
            let (truth, doubt) =
                machine.apart(|machine| match machine.fits_both((key, at), (value, item))? {
                    true => machine.any(steps),
                    false => Ok(Truth::No),
                })?;
            in_doubt |= doubt || truth == Truth::Maybe || (truth == Truth::No && may_miss);
            Ok(truth != Truth::No || may_miss || doubt)
        })?;
        self.in_doubt |= in_doubt;
        Ok(all)
    }

    /// Whether a term has a value other than `false`.
    fn holds(&mut self, term: &'a Term) -> Result<bool, Stop> {
        let Some(item) = self.term(term)? else { return Ok(false) };
        self.in_doubt |= self.is_open && maybe::is_unknown(item.value());
        Ok(*item.value() != Value::Bool(false))
    }

    /// Does `then` for each element until it does not want more.
    fn each(
        &mut self,
        of: &Item<'a>,
        then: &mut dyn FnMut(&mut Machine<'a>, Key<'_, 'a>, Item<'a>) -> Result<bool, Stop>,
    ) -> Result<bool, Stop> {
        if self.is_open { self.each_open(of, then) } else { self.each_known(of, then) }
    }

    /// The same for the elements that a collection is known to have. What is kept is lent on, not copied: rules on
    /// several threads read the same values.
    pub(super) fn each_known(
        &mut self,
        of: &Item<'a>,
        then: &mut dyn FnMut(&mut Machine<'a>, Key<'_, 'a>, Item<'a>) -> Result<bool, Stop>,
    ) -> Result<bool, Stop> {
        match of {
            Item::Kept(Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.spend(1)?;
                    if !then(self, Key::Position(at), Item::Kept(item))? {
                        return Ok(false);
                    }
                }
            }
            Item::Kept(Value::Set(elements)) => {
                for element in elements.iter() {
                    self.spend(1)?;
                    if !then(self, Key::Kept(element), Item::Kept(element))? {
                        return Ok(false);
                    }
                }
            }
            Item::Kept(Value::Object(fields)) => {
                for (key, value) in fields.iter_sorted() {
                    self.spend(1)?;
                    if !then(self, Key::Kept(key), Item::Kept(value))? {
                        return Ok(false);
                    }
                }
            }
            Item::Made(value) => return self.each_made(value, then),
            Item::Kept(_) => {}
        }
        Ok(true)
    }

    fn each_made(
        &mut self,
        of: &Value,
        then: &mut dyn FnMut(&mut Machine<'a>, Key<'_, 'a>, Item<'a>) -> Result<bool, Stop>,
    ) -> Result<bool, Stop> {
        match of {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.spend(1)?;
                    if !then(self, Key::Position(at), Item::Made(item.clone()))? {
                        return Ok(false);
                    }
                }
            }
            Value::Set(elements) => {
                for element in elements.iter() {
                    self.spend(1)?;
                    if !then(self, Key::Made(element), Item::Made(element.clone()))? {
                        return Ok(false);
                    }
                }
            }
            Value::Object(fields) => {
                for (key, value) in fields.iter_sorted() {
                    self.spend(1)?;
                    if !then(self, Key::Made(key), Item::Made(value.clone()))? {
                        return Ok(false);
                    }
                }
            }
            _ => {}
        }
        Ok(true)
    }

    pub(super) fn fits_both(
        &mut self,
        (key, at): (&'a Pattern, Key<'_, 'a>),
        (value, item): (&'a Pattern, Item<'a>),
    ) -> Result<bool, Stop> {
        let fits = match key {
            Pattern::Any => true,
            pattern => self.fits(pattern, at.item())?,
        };
        Ok(fits && self.fits(value, item)?)
    }

    /// Whether a value has the shape of a pattern; its variables are bound then.
    pub(super) fn fits(&mut self, pattern: &'a Pattern, item: Item<'a>) -> Result<bool, Stop> {
        match pattern {
            Pattern::Any => Ok(true),
            Pattern::Bind(slot) => {
                let place = self.slots.get_mut(self.base + usize::from(*slot)).ok_or(Stop::Broken)?;
                *place = Some(item);
                Ok(true)
            }
            Pattern::Equal(term) => {
                let Some(other) = self.term(term)? else { return Ok(false) };
                Ok(match self.is_open {
                    true => self.may_be(maybe::same(other.value(), item.value())),
                    false => other.value() == item.value(),
                })
            }
            Pattern::Array(patterns) => self.fits_array(patterns, item),
            Pattern::Object(patterns) => self.fits_object(patterns, item),
        }
    }

    fn fits_array(&mut self, patterns: &'a [Pattern], item: Item<'a>) -> Result<bool, Stop> {
        if self.is_open && maybe::may_have_length(item.value(), patterns.len()) {
            return self.may_fit(patterns.iter());
        }
        let Value::Array(items) = item.value() else { return Ok(false) };
        if items.len() != patterns.len() {
            return Ok(false);
        }
        for (at, pattern) in patterns.iter().enumerate() {
            let part = item.below(&Value::from(at)).ok_or(Stop::Broken)?;
            if !self.fits(pattern, part)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn fits_object(&mut self, patterns: &'a [(Term, Pattern)], item: Item<'a>) -> Result<bool, Stop> {
        if self.is_open && maybe::may_be_any_object(item.value()) {
            return self.may_fit(patterns.iter().map(|(_, pattern)| pattern));
        }
        let Value::Object(fields) = item.value() else { return Ok(false) };
        if fields.len() != patterns.len() {
            return Ok(false);
        }
        for (key, pattern) in patterns {
            let key = self.term(key)?;
            let Some(part) = key.and_then(|key| item.below(key.value())) else { return Ok(false) };
            if !self.fits(pattern, part)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether parts that are unknown may have the shapes of patterns.
    fn may_fit(&mut self, patterns: impl Iterator<Item = &'a Pattern>) -> Result<bool, Stop> {
        self.in_doubt = true;
        for pattern in patterns {
            if !self.fits(pattern, Item::Made(maybe::unknown()))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether something holds or may; if it only may, all that follows is in doubt.
    fn may_be(&mut self, truth: Truth) -> bool {
        self.in_doubt |= truth == Truth::Maybe;
        truth != Truth::No
    }

    /// Adds what a clause gives to what was found so far. Whether it holds in any case.
    pub(super) fn clause(
        &mut self,
        rule: &'a CompiledRule,
        clause: &'a Clause,
        found: &mut Answer<'a>,
    ) -> Result<bool, Stop> {
        let is_constant = matches!(clause.value, Term::Constant(_));
        let mut holds = false;
        self.solve(&clause.steps, &mut |machine| {
            let Some(item) = machine.term(&clause.value)? else { return Ok(true) };
            let is_certain = !machine.in_doubt;
            holds |= is_certain;
            let added = found.add(item, is_certain, machine.is_open);
            added.map_err(|()| Stop::Conflict(rule.name.clone()))?;
            Ok(!(is_constant && is_certain))
        })?;
        Ok(holds)
    }
}

/// Where an element lies; made into a value only if somebody asks.
pub(super) enum Key<'k, 'a> {
    Position(usize),
    Kept(&'a Value),
    Made(&'k Value),
}

impl<'a> Key<'_, 'a> {
    pub(super) fn is_gap(&self) -> bool {
        match self {
            Key::Position(_) => false,
            Key::Kept(value) | Key::Made(value) => maybe::is_gap(value),
        }
    }

    fn item(&self) -> Item<'a> {
        match self {
            Key::Position(at) => Item::Made(Value::from(*at)),
            Key::Kept(value) => Item::Kept(value),
            Key::Made(value) => Item::Made((*value).clone()),
        }
    }
}
