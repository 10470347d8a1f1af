//! The types that functions give whatever their arguments are, where that is one simple type.

use super::types;
use crate::evaluate::{Data, Value};
use std::sync::Arc;

const NUMBERS: [&str; 11] =
    ["abs", "ceil", "floor", "length", "log", "max", "min", "pow", "signum", "timecmp", "tonumber"];

const BOOLEANS: [&str; 9] = [
    "alltrue",
    "anytrue",
    "can",
    "endswith",
    "fileexists",
    "issensitive",
    "startswith",
    "strcontains",
    "tobool",
];

const TEXTS: [&str; 53] = [
    "abspath",
    "base64decode",
    "base64encode",
    "base64gzip",
    "base64sha256",
    "base64sha512",
    "basename",
    "bcrypt",
    "chomp",
    "cidrhost",
    "cidrnetmask",
    "cidrsubnet",
    "dirname",
    "file",
    "filebase64",
    "filebase64sha256",
    "filebase64sha512",
    "filemd5",
    "filesha1",
    "filesha256",
    "filesha512",
    "formatdate",
    "indent",
    "join",
    "jsonencode",
    "lower",
    "md5",
    "pathexpand",
    "plantimestamp",
    "replace",
    "rsadecrypt",
    "sha1",
    "sha256",
    "sha512",
    "strrev",
    "substr",
    "templatestring",
    "textdecodebase64",
    "textencodebase64",
    "timeadd",
    "timestamp",
    "title",
    "tostring",
    "trim",
    "trimprefix",
    "trimspace",
    "trimsuffix",
    "upper",
    "urlencode",
    "uuid",
    "uuidv5",
    "yamlencode",
    "provider::terraform::encode_expr",
];

/// Texts from which what they were made from cannot be read back.
const DIGESTS: [&str; 14] = [
    "base64sha256",
    "base64sha512",
    "bcrypt",
    "filebase64sha256",
    "filebase64sha512",
    "filemd5",
    "filesha1",
    "filesha256",
    "filesha512",
    "md5",
    "sha1",
    "sha256",
    "sha512",
    "uuidv5",
];

/// Notes of a result that it tells nothing of the text it was made from.
pub(super) fn reduced(name: &str, result: Value) -> Value {
    let told = matches!(result.data, Data::Bool(_) | Data::Number(_))
        || [&DIGESTS[..], &NUMBERS, &BOOLEANS].iter().any(|names| names.contains(&name));
    let origin = if told { result.origin.reduced() } else { return result };
    result.with_origin(origin)
}

/// Tells an unknown result its type.
pub(super) fn typed(name: &str, mut result: Value) -> Value {
    let Data::Unknown(unknown) = &mut result.data else { return result };
    if types::is_one(unknown) {
        return result;
    }
    let data = match name {
        _ if NUMBERS.contains(&name) => Data::Number(0_i64.into()),
        _ if BOOLEANS.contains(&name) => Data::Bool(false),
        _ if TEXTS.contains(&name) => Data::String("".into()),
        _ => return result,
    };
    Arc::make_mut(unknown).like = Some(Value::new(data, result.origin.clone()));
    result
}
