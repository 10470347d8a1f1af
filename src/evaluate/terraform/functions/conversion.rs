//! Conversions and marks: `tostring`, `tolist`, `sensitive`, ...

use super::arguments::{ANY, Param, Signature};
use super::{Arguments, Data, FunctionError, Type, Value, convert};
use crate::evaluate::{LinkKind, Origin};

const OPEN: Param = ANY.nullable().unknown();

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("tostring", &[OPEN], |args| to(args, &Type::String)),
    Signature::new("tonumber", &[OPEN], |args| to(args, &Type::Number)),
    Signature::new("tobool", &[OPEN], |args| to(args, &Type::Bool)),
    Signature::new("tolist", &[OPEN], |args| to(args, &Type::List(Box::new(Type::Any)))),
    Signature::new("toset", &[OPEN], |args| to(args, &Type::Set(Box::new(Type::Any)))),
    Signature::new("tomap", &[OPEN], |args| to(args, &Type::Map(Box::new(Type::Any)))),
    Signature::new("sensitive", &[OPEN], |args| Ok(Value { sensitive: true, ..args.get(0)?.clone() })),
    Signature::new("nonsensitive", &[OPEN], nonsensitive),
    Signature::new("issensitive", &[OPEN], issensitive),
    // Nothing that is read here is ephemeral: ephemeral values exist only while Terraform runs.
    Signature::new("ephemeralasnull", &[OPEN], |args| Ok(args.get(0)?.clone())),
];

fn nonsensitive(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let value = args.get(0)?.clone();
    let origin = Origin::new(LinkKind::Nonsensitive, args.context.span, vec![value.origin.clone()]);
    Ok(Value { origin, sensitive: false, ..value })
}

fn to(args: &Arguments<'_>, wanted: &Type) -> Result<Value, FunctionError> {
    convert(args.get(0)?, wanted).map_err(|why| FunctionError::at(0, why))
}

fn issensitive(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let value = args.get(0)?;
    let answer = match &value.data {
        Data::Unknown(_) if !value.sensitive => return Ok(Value { sensitive: false, ..args.unknown() }),
        _ => value.sensitive,
    };
    Ok(Value { sensitive: false, ..args.bool(answer)? })
}
