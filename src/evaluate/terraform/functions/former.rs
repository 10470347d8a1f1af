//! Functions that Terraform had before its version 0.15: `list` and `map`. Configurations written for those versions
//! still call them. `check` reads them as what took their place; `eval` refuses them, as Terraform does today.

use super::arguments::{ANY, Param, Signature};
use super::{Arguments, Data, FunctionError, Type, Value, convert};
use crate::evaluate::{MappingKind, SequenceKind};
use std::collections::BTreeMap;
use std::sync::Arc;

const OPEN: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] =
    &[Signature::new("list", &[], list).rest(OPEN), Signature::new("map", &[], map).rest(OPEN)];

fn list(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    refuse_today(args, "tolist([...])")?;
    let items = Data::Sequence(SequenceKind::Tuple, Arc::new(args.all().to_vec()));
    Ok(of_one_type(made(args, items), &Type::List(Box::new(Type::Any))))
}

fn map(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    refuse_today(args, "tomap({...})")?;
    let (pairs, unpaired) = args.all().as_chunks::<2>();
    if !unpaired.is_empty() {
        return Err(FunctionError::new("takes a value for each key: an even number of arguments"));
    }
    let mut entries = BTreeMap::new();
    for (position, [key, value]) in pairs.iter().enumerate() {
        let key = convert(key, &Type::String).map_err(|why| FunctionError::at(2 * position, why))?;
        if key.is_unknown() {
            return Ok(args.unknown());
        }
        let text = key.as_str().ok_or_else(|| FunctionError::at(2 * position, "a key must not be null"))?;
        entries.insert(Arc::from(text), value.clone());
    }
    let object = Data::Mapping(MappingKind::Object, Arc::new(entries));
    Ok(of_one_type(made(args, object), &Type::Map(Box::new(Type::Any))))
}

fn refuse_today(args: &Arguments<'_>, instead: &str) -> Result<(), FunctionError> {
    match args.context.strict {
        true => {
            Err(FunctionError::new(format!("Terraform has no such function since 0.15; write `{instead}`")))
        }
        false => Ok(()),
    }
}

/// What the arguments are the parts of: each keeps its own origin and mark.
fn made(args: &Arguments<'_>, data: Data) -> Value {
    Value { data, origin: args.structure_origin(), sensitive: false }
}

/// Elements of different types stay as they are, so that what is known of each is not lost.
fn of_one_type(value: Value, wanted: &Type) -> Value {
    convert(&value, wanted).unwrap_or(value)
}
