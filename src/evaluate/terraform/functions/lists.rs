//! Lists and tuples: `concat`, `element`, `flatten`, `slice`, ...

use super::arguments::{
    ANY, Kind, NUMBER, Param, Signature, TEXTS, as_many, is_many, string_data, too_large,
};
use super::{Arguments, Data, FunctionError, MAX_ELEMENTS, Type, Value, convert, types};
use crate::evaluate::terraform::traversal;
use crate::evaluate::{MappingKind, Number, Reason, SequenceKind, Step, Unknown};
use std::collections::BTreeMap;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

const LIST: Param = Param::new(Kind::List);
const OPEN: Param = ANY.unknown();
const NULLABLE: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("length", &[ANY], length),
    Signature::new("concat", &[OPEN], concat).rest(OPEN),
    Signature::new("element", &[ANY, NUMBER], element),
    Signature::new("index", &[ANY, OPEN], index),
    Signature::new("contains", &[ANY, ANY], contains),
    Signature::new("flatten", &[ANY], flatten),
    Signature::new("distinct", &[LIST], distinct).whole(),
    Signature::new("compact", &[TEXTS], compact).whole(),
    Signature::new("reverse", &[ANY], reverse),
    Signature::new("slice", &[ANY, NUMBER, NUMBER], slice),
    Signature::new("sort", &[TEXTS], sort).whole(),
    Signature::new("chunklist", &[LIST, NUMBER], chunklist),
    Signature::new("coalesce", &[NULLABLE], coalesce).rest(NULLABLE),
    Signature::new("coalescelist", &[NULLABLE], coalescelist).rest(NULLABLE).whole(),
    Signature::new("one", &[ANY], one),
    Signature::new("alltrue", &[Param::new(Kind::Bools)], |args| all_or_any(args, false)),
    Signature::new("anytrue", &[Param::new(Kind::Bools)], |args| all_or_any(args, true)),
    Signature::new("matchkeys", &[LIST, LIST, LIST], matchkeys).whole(),
    Signature::new("sum", &[ANY], sum),
    Signature::new("range", &[NUMBER], range).rest(NUMBER),
];

fn length(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let count = match &args.get(0)?.data {
        Data::String(text) => text.graphemes(true).count(),
        Data::Sequence(kind, items) => {
            let open =
                |item: &Value| is_many(item) || (*kind == SequenceKind::Set && !item.is_wholly_known());
            // One element of a set may be unknown, but it is one.
            if items.iter().any(open) && (items.len() > 1 || items.iter().any(is_many)) {
                return Ok(args.unknown());
            }
            items.len()
        }
        Data::Mapping(MappingKind::Resource, _) => return Ok(args.unknown()),
        Data::Mapping(_, entries) => entries.len(),
        _ => return Err(FunctionError::at(0, "a string, a collection or a structure is required")),
    };
    args.numeric(Some(Number::from(count)))
}

/// The result is a list where all arguments are, else a tuple.
fn joined(args: &Arguments<'_>, lists: bool, items: Vec<Value>) -> Result<Value, FunctionError> {
    let tuple = args.tuple(items)?;
    if !lists {
        return Ok(tuple);
    }
    Ok(convert(&tuple, &Type::List(Box::new(Type::Any))).unwrap_or(tuple))
}

fn concat(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut items = Vec::new();
    let mut lists = true;
    for (at, arg) in args.all().iter().enumerate() {
        match &arg.data {
            // What the list holds is not known, but what stands beside it is.
            Data::Unknown(_) if args.len() > 1 => items.push(as_many(arg)),
            Data::Unknown(_) => return Ok(args.unknown()),
            Data::Sequence(SequenceKind::Set, _) => {
                return Err(FunctionError::at(at, "a list is required, but this is a set"));
            }
            Data::Sequence(kind, own) => {
                lists &= *kind == SequenceKind::List;
                items.reserve(own.len());
                items.extend(traversal::elements(arg, args.context.span));
            }
            _ => {
                return Err(FunctionError::at(
                    at,
                    format!("a list is required, but this is a {}", types::kind_name(arg)),
                ));
            }
        }
        if items.len() > MAX_ELEMENTS {
            return Err(too_large());
        }
    }
    if items.iter().all(is_many) && !items.is_empty() {
        return Ok(args.unknown());
    }
    joined(args, lists, items)
}

fn ordered<'a>(args: &'a Arguments<'_>, at: usize) -> Result<(SequenceKind, &'a [Value]), FunctionError> {
    match &args.get(at)?.data {
        Data::Sequence(SequenceKind::Set, _) => {
            Err(FunctionError::at(at, "a list is required; a set has no order"))
        }
        Data::Sequence(kind, items) => Ok((*kind, items)),
        _ => args.items(at).map(|items| (SequenceKind::Tuple, items)),
    }
}

fn element(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (_, items) = ordered(args, 0)?;
    let index = args.integer(1)?;
    // A negative index counts only where it wraps around to the first element.
    let index = match usize::try_from(index) {
        Ok(index) => index,
        Err(_) if i64::try_from(items.len()).is_ok_and(|length| index.checked_rem(length) == Some(0)) => 0,
        Err(_) => return Err(FunctionError::at(1, "the index must not be negative")),
    };
    if items.iter().any(is_many) {
        // Without wrapping around, the elements before the open one stand where they stand.
        let fixed = items.iter().take_while(|item| !is_many(item)).count();
        return Ok(items
            .get(index)
            .filter(|_| index < fixed)
            .map_or_else(|| args.unknown(), |item| args.hand_part(Step::Index(index), item)));
    }
    let found = index.checked_rem(items.len()).and_then(|index| Some((index, items.get(index)?)));
    found
        .map(|(index, item)| args.hand_part(Step::Index(index), item))
        .ok_or_else(|| FunctionError::at(0, "the list is empty"))
}

fn index(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (_, items) = ordered(args, 0)?;
    let wanted = args.get(1)?;
    for (at, item) in items.iter().enumerate() {
        match types::equal(item, wanted) {
            Some(true) => return args.numeric(Some(Number::from(at))),
            Some(false) if !is_many(item) => {}
            _ => return Ok(args.unknown()),
        }
    }
    Err(FunctionError::at(1, "the list does not hold this value"))
}

fn contains(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let wanted = args.get(1)?;
    let mut outcome = Some(false);
    for item in args.items(0)? {
        match types::equal(item, wanted) {
            Some(true) => return args.bool(true),
            Some(false) if !is_many(item) => {}
            _ => outcome = None,
        }
    }
    args.decided(outcome)
}

/// Whether an unknown value is one element for certain: a string, or an attribute that cannot be null.
fn is_single(value: &Value) -> bool {
    let Data::Unknown(unknown) = &value.data else { return true };
    let attribute =
        unknown.not_null && unknown.reason == Reason::Computed && !value.origin.link().kind.is_computed();
    !unknown.many && (!unknown.parts.is_empty() || unknown.encodes.is_some() || attribute)
}

fn flatten(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut flat = Vec::new();
    let mut pending: Vec<&Value> = args.items(0)?.iter().rev().collect();
    while let Some(item) = pending.pop() {
        match &item.data {
            Data::Sequence(_, items) => pending.extend(items.iter().rev()),
            // It may be a list itself, and what it stands for may be lists.
            Data::Unknown(unknown) if unknown.each.is_some() => {
                let unknown = Unknown { many: true, like: None, each: None, ..(**unknown).clone() };
                flat.push(Value { data: Data::Unknown(Arc::new(unknown)), ..item.clone() });
            }
            Data::Unknown(_) if !is_single(item) => flat.push(as_many(item)),
            _ => flat.push(item.clone()),
        }
        if flat.len() + pending.len() > MAX_ELEMENTS {
            return Err(too_large());
        }
    }
    args.tuple(flat)
}

fn distinct(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut kept: Vec<Value> = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    for item in args.items(0)? {
        match &item.data {
            // An unknown element may be one of the others.
            Data::Unknown(_) => kept.push(as_many(item)),
            _ if !item.is_wholly_known() || seen.insert(types::key_of(item)) => kept.push(item.clone()),
            _ => {}
        }
    }
    args.list(kept)
}

fn compact(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let mut kept = Vec::new();
    for item in args.items(0)? {
        match &item.data {
            Data::Null => {}
            Data::Unknown(unknown) if unknown.parts.is_empty() => kept.push(as_many(item)),
            Data::String(text) if text.is_empty() => {}
            _ => kept.push(item.clone()),
        }
    }
    args.list(kept)
}

fn reverse(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let kind = match &args.get(0)?.data {
        Data::Sequence(SequenceKind::Tuple, _) => SequenceKind::Tuple,
        _ => SequenceKind::List,
    };
    let items = args.items(0)?.iter().rev().cloned().collect();
    args.sequence(kind, items)
}

fn slice(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (kind, items) = ordered(args, 0)?;
    let bound = |at: usize| {
        usize::try_from(args.integer(at)?).map_err(|_| FunctionError::at(at, "an index must not be negative"))
    };
    let (start, end) = (bound(1)?, bound(2)?);
    if items.iter().take(end).any(is_many) {
        return Ok(args.unknown());
    }
    match items.get(start..end) {
        Some(part) => {
            let own = traversal::elements(args.get(0)?, args.context.span).skip(start).take(part.len());
            args.sequence(kind, own.collect())
        }
        None if start > end => Err(FunctionError::at(1, "the start lies after the end")),
        None => Err(FunctionError::at(2, format!("the end lies beyond the list's {} elements", items.len()))),
    }
}

fn sort(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let items = args.items(0)?;
    if items.iter().any(|item| matches!(item.data, Data::Null)) {
        return Err(FunctionError::at(0, "a list to be sorted must not hold null"));
    }
    if args.context.strict && items.iter().any(Value::is_unknown) && !items.iter().any(is_many) {
        // How many there are is known, and of none which one it is.
        let one = super::returns::typed("tostring", args.unknown());
        return args.list(vec![one; items.len()]);
    }
    // The position of every other element depends on an unknown one: it comes first, as any number of elements.
    let (open, mut known): (Vec<Value>, Vec<Value>) = items.iter().cloned().partition(Value::is_unknown);
    known.sort_by(types::compare_elements);
    args.list(open.iter().map(as_many).chain(known).collect())
}

fn chunklist(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let items = args.items(0)?;
    if items.iter().any(is_many) {
        return Ok(args.unknown());
    }
    let Ok(size) = usize::try_from(args.integer(1)?) else {
        return Err(FunctionError::at(1, "the size must not be negative"));
    };
    let size = if size == 0 { items.len().max(1) } else { size };
    let chunks = items.chunks(size).map(|chunk| args.list(chunk.to_vec()));
    args.list(chunks.collect::<Result<_, _>>()?)
}

fn coalesce(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let Some(common) = types::unify(args.all()) else {
        return Err(FunctionError::new("all arguments must have one type in common"));
    };
    for arg in args.all() {
        match &arg.data {
            Data::Null => continue,
            Data::Unknown(unknown) if unknown.not_null && !unknown.parts.is_empty() => return Ok(arg.clone()),
            Data::Unknown(unknown) if unknown.filled => return Ok(arg.clone()),
            Data::Unknown(_) => return Ok(args.unknown()),
            _ => {}
        }
        let converted = convert(arg, &common).map_err(FunctionError::new)?;
        if converted.as_str() != Some("") {
            return Ok(args.hand_through(&converted));
        }
    }
    Err(FunctionError::new("every argument is null or an empty string"))
}

fn coalescelist(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let no_list = |arg: &Value| match &arg.data {
        Data::Sequence(kind, _) => *kind == SequenceKind::Set,
        Data::Null => types::is_bare_null(arg),
        Data::Unknown(_) => false,
        _ => true,
    };
    if let Some(at) = args.all().iter().position(no_list) {
        return Err(FunctionError::at(at, "every argument must be a list"));
    }
    for arg in args.all() {
        match &arg.data {
            Data::Unknown(_) => return Ok(args.unknown()),
            Data::Sequence(_, items) if items.iter().all(is_many) && !items.is_empty() => {
                return Ok(args.unknown());
            }
            Data::Sequence(_, items) if !items.is_empty() => return Ok(args.hand_through(arg)),
            _ => {}
        }
    }
    Err(FunctionError::new("every argument is null or an empty list"))
}

fn one(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    match args.items(0)? {
        items if items.iter().any(is_many) => Ok(args.unknown()),
        // Elements of a set that are unknown may turn out to be the same.
        [_, rest @ ..]
            if matches!(args.get(0)?.data, Data::Sequence(SequenceKind::Set, _))
                && rest.iter().any(|item| !item.is_wholly_known()) =>
        {
            Ok(args.unknown())
        }
        [] => Ok(args.computed(Data::Null)),
        [item] => Ok(args.hand_part(Step::Index(0), item)),
        _ => Err(FunctionError::at(0, "a list, set or tuple with at most one element is required")),
    }
}

/// `decisive` is the element that settles the result; null counts as false.
fn all_or_any(args: &Arguments<'_>, decisive: bool) -> Result<Value, FunctionError> {
    let items = args.items(0)?;
    let truth = |item: &Value| match item.data {
        Data::Null => Some(false),
        _ => item.as_bool(),
    };
    if items.iter().any(|item| truth(item) == Some(decisive)) {
        return args.bool(decisive);
    }
    args.decided(items.iter().all(|item| truth(item).is_some()).then_some(!decisive))
}

fn matchkeys(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (values, keys, wanted) = (args.items(0)?, args.items(1)?, args.items(2)?);
    if !keys.iter().chain(wanted).all(Value::is_wholly_known) || values.iter().any(is_many) {
        return Ok(args.unknown());
    }
    if values.len() != keys.len() {
        return Err(FunctionError::new("the first two lists must have the same length"));
    }
    if types::unify([args.get(1)?, args.get(2)?]).is_none() {
        return Err(FunctionError::new("the keys and what they are compared with have no type in common"));
    }
    // Keys are compared in one type.
    let key =
        |item: &Value| types::text_of(item).map_or_else(|| types::key_of(item), |text| text.to_string());
    let wanted: rustc_hash::FxHashSet<String> = wanted.iter().map(key).collect();
    let kept =
        values.iter().zip(keys).filter(|(_, own)| wanted.contains(&key(own))).map(|(value, _)| value.clone());
    args.list(kept.collect())
}

fn sum(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let items = args.items(0)?;
    if items.is_empty() {
        return Err(FunctionError::at(0, "there is nothing to add up"));
    }
    if items.iter().any(Value::is_unknown) {
        return Ok(args.unknown());
    }
    let mut total = Number::from(0i64);
    for item in items {
        let number =
            types::number_of(item).ok_or_else(|| FunctionError::at(0, "every element must be a number"))?;
        total = total.add(&number).ok_or_else(|| FunctionError::new("the result is out of range"))?;
    }
    args.numeric(Some(total))
}

fn range(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let zero = Number::from(0i64);
    let number = |at: usize| args.number(at).cloned();
    let (start, end) = match args.len() {
        1 => (zero, number(0)?),
        2 | 3 => (number(0)?, number(1)?),
        _ => return Err(FunctionError::new("takes one, two or three numbers")),
    };
    let down = end < start;
    let step = match args.len() {
        3 => number(2)?,
        _ => Number::from(if down { -1i64 } else { 1 }),
    };
    if step.is_zero() || (step.is_negative() != down && start != end) {
        return Err(FunctionError::new("the step must lead from the start to the end"));
    }
    let mut items = Vec::new();
    let mut next = start;
    while if down { next > end } else { next < end } {
        if items.len() == 1024 {
            return Err(FunctionError::new("the result has more than 1024 elements"));
        }
        let following = next.add(&step).ok_or_else(|| FunctionError::new("the result is out of range"))?;
        items.push(args.computed(Data::Number(next)));
        next = following;
    }
    args.list(items)
}

/// A map from text to a list of texts: shared by functions over string maps.
pub(super) fn text_lists(
    args: &Arguments<'_>,
    grouped: BTreeMap<String, Vec<String>>,
) -> Result<Value, FunctionError> {
    let mut entries = BTreeMap::new();
    for (key, texts) in grouped {
        let items = texts.iter().map(|text| args.computed(string_data(text))).collect();
        entries.insert(Arc::from(key), args.list(items)?);
    }
    args.mapping(MappingKind::Map, entries)
}
