//! Sets: `setunion`, `setproduct`, ...

use super::arguments::{ANY, Kind, Param, Signature, too_large};
use super::{Arguments, Data, FunctionError, MAX_ELEMENTS, Type, Value, convert, types};
use crate::evaluate::SequenceKind;
use rustc_hash::FxHashSet;

const SET: Param = Param::new(Kind::Set);

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("setunion", &[SET], union).rest(SET),
    Signature::new("setintersection", &[SET], |args| by_membership(args, true)).rest(SET),
    Signature::new("setsubtract", &[SET, SET], |args| by_membership(args, false)),
    Signature::new("setproduct", &[ANY], product).rest(ANY),
];

/// The elements of each argument, all in the one type they have in common.
fn unified(args: &Arguments<'_>) -> Result<Vec<Vec<Value>>, FunctionError> {
    let items = args.all().iter().filter_map(Value::items);
    let all: Vec<&Value> = items.clone().flatten().collect();
    let common = types::unify(all.iter().copied());
    let common = common.ok_or_else(|| FunctionError::new("the sets' elements have no type in common"))?;
    let convert = |item: &Value| convert(item, &common).map_err(FunctionError::new);
    items.map(|items| items.iter().map(convert).collect()).collect()
}

fn union(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    args.set(unified(args)?.concat())
}

/// The elements of the first set that are in all others (`wanted`), or in none.
fn by_membership(args: &Arguments<'_>, wanted: bool) -> Result<Value, FunctionError> {
    if !args.wholly_known() {
        return Ok(args.unknown());
    }
    let mut sets = unified(args)?.into_iter();
    let first = sets.next().unwrap_or_default();
    let others: Vec<FxHashSet<String>> = sets.map(|set| set.iter().map(types::key_of).collect()).collect();
    let kept = first.into_iter().filter(|item| {
        let key = types::key_of(item);
        others.iter().all(|set| set.contains(&key) == wanted)
    });
    args.set(kept.collect())
}

fn product(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    if args.len() < 2 {
        return Err(FunctionError::new("takes at least two arguments"));
    }
    let mut size = 1usize;
    let mut ordered = true;
    for at in 0..args.len() {
        let items = args.items(at)?;
        size = size.saturating_mul(items.len());
        ordered &= !matches!(args.get(at)?.data, Data::Sequence(SequenceKind::Set, _));
        if items.iter().any(super::arguments::is_many) {
            return Ok(args.unknown());
        }
    }
    if size.saturating_mul(args.len()) > MAX_ELEMENTS {
        return Err(too_large());
    }
    // Without this, the product of the others would be built before the empty one empties it.
    let mut rows: Vec<Vec<Value>> = if size == 0 { Vec::new() } else { vec![Vec::new()] };
    for at in 0..args.len() {
        let element = types::unify(args.items(at)?).unwrap_or(Type::Any);
        let items = convert(args.get(at)?, &Type::List(Box::new(element)));
        let items = items.map_err(|why| FunctionError::at(at, why))?;
        let items = items.items().unwrap_or_default();
        let extend = |row: &Vec<Value>| {
            let row = row.clone();
            items.iter().map(move |item| row.iter().chain([item]).cloned().collect::<Vec<_>>())
        };
        rows = rows.iter().flat_map(extend).collect();
    }
    let rows = rows.into_iter().map(|row| args.tuple(row)).collect::<Result<Vec<_>, _>>()?;
    if ordered { args.list(rows) } else { args.set(rows) }
}
