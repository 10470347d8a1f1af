//! Sets: `setunion`, `setproduct`, ...

use super::arguments::{ANY, Kind, Param, Signature, too_large};
use super::{Arguments, Data, FunctionError, MAX_ELEMENTS, Value, types};
use crate::evaluate::SequenceKind;

const SET: Param = Param::new(Kind::Set);

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("setunion", &[SET], union).rest(SET),
    Signature::new("setintersection", &[SET], |args| by_membership(args, true)).rest(SET),
    Signature::new("setsubtract", &[SET, SET], |args| by_membership(args, false)),
    Signature::new("setproduct", &[ANY], product).rest(ANY),
];

fn union(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut items = Vec::new();
    for at in 0..args.len() {
        items.extend(args.items(at)?.iter().cloned());
    }
    let set = args.set(items)?;
    super::convert(&set, &super::Type::Set(Box::new(super::Type::Any))).map_err(FunctionError::new)
}

/// The elements of the first set that are in all others (`wanted`), or in none.
fn by_membership(args: &Arguments<'_>, wanted: bool) -> Result<Value, FunctionError> {
    if !args.wholly_known() {
        return Ok(args.unknown());
    }
    let mut others = Vec::new();
    for at in 1..args.len() {
        others.push(args.items(at)?);
    }
    let first = args.items(0)?;
    let largest = others.iter().map(|other| other.len()).max().unwrap_or(0);
    // Both sides are in one type: text where they differ.
    let texts =
        others.iter().copied().chain([first]).flatten().any(|item| matches!(item.data, Data::String(_)));
    let same = |own: &Value, theirs: &Value| match texts {
        true => types::text_of(own) == types::text_of(theirs),
        false => types::equal(own, theirs) == Some(true),
    };
    let holds = |set: &[Value], item: &Value| match texts {
        false => set.iter().any(|other| same(item, other)),
        true => types::text_of(item).is_some_and(|text| {
            let found = set.binary_search_by(|other| other.as_str().unwrap_or_default().cmp(&text));
            found.is_ok() || set.iter().any(|other| other.as_str().is_none() && same(item, other))
        }),
    };
    if !texts && first.len().saturating_mul(largest) > 100_000_000 {
        return Err(too_large());
    }
    let kept = first.iter().filter(|item| others.iter().all(|set| holds(set, item) == wanted));
    args.set(kept.cloned().collect())
}

fn product(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    if args.len() < 2 {
        return Err(FunctionError::new("takes at least two arguments"));
    }
    let mut size = 1usize;
    let mut ordered = false;
    for at in 0..args.len() {
        let items = args.items(at)?;
        size = size.saturating_mul(items.len());
        ordered |= !matches!(args.get(at)?.data, Data::Sequence(SequenceKind::Set, _));
        if items.iter().any(super::arguments::is_many) {
            return Ok(args.unknown());
        }
    }
    if size.saturating_mul(args.len()) > MAX_ELEMENTS {
        return Err(too_large());
    }
    let mut rows: Vec<Vec<Value>> = vec![Vec::new()];
    for at in 0..args.len() {
        let items = args.items(at)?;
        let extend = |row: &Vec<Value>| {
            let row = row.clone();
            items.iter().map(move |item| row.iter().chain([item]).cloned().collect::<Vec<_>>())
        };
        rows = rows.iter().flat_map(extend).collect();
    }
    let rows = rows.into_iter().map(|row| args.tuple(row)).collect::<Result<Vec<_>, _>>()?;
    if ordered { args.list(rows) } else { args.set(rows) }
}
