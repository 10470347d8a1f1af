//! Files and paths: `file`, `templatefile`, `fileset`, `dirname`, ...

use super::arguments::{ANY, Signature, TEXT};
use super::glob::Glob;
use super::{Arguments, Data, FunctionError, Reason, Value, is_sensitive, types};
use crate::evaluate::{Part, TextMap};
use crate::source::{FileId, ReadError, Span};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::sync::Arc;

pub(super) const FUNCTIONS: &[Signature] = &[
    Signature::new("file", &[TEXT], file),
    Signature::new("filebase64", &[TEXT], |args| args.string(STANDARD.encode(bytes(args)?))),
    Signature::new("fileexists", &[TEXT], fileexists),
    Signature::new("fileset", &[TEXT, TEXT], fileset),
    Signature::new("templatefile", &[TEXT, ANY], templatefile),
    Signature::new("templatestring", &[ANY, ANY], templatestring),
    Signature::new("basename", &[TEXT.unknown()], last_segment),
    Signature::new("dirname", &[TEXT], |args| args.string(dirname(args.text(0)?))),
    Signature::new("abspath", &[TEXT], |args| absolute(args, |path| path.starts_with('/'))),
    Signature::new("pathexpand", &[TEXT], pathexpand),
];

/// A path as a function was given it, relative to the top.
fn from_top(args: &Arguments<'_>, path: &str) -> String {
    match path.starts_with('/') {
        true => path.to_owned(),
        false => format!("{}/{path}", args.context.root_dir),
    }
}

fn load(args: &Arguments<'_>) -> Result<FileId, FunctionError> {
    let path = args.text(0)?;
    args.context.sources.load(&from_top(args, path)).map_err(|error| unreadable(args, path, &error))
}

/// What messages call the file that the first argument names: a path may be a secret.
fn shown<'a>(args: &Arguments<'_>, path: &'a str) -> &'a str {
    if args.get(0).is_ok_and(is_sensitive) { "(sensitive)" } else { path }
}

fn unreadable(args: &Arguments<'_>, path: &str, error: &ReadError) -> FunctionError {
    let shown = shown(args, path);
    let reason = match error {
        ReadError::TooLarge { .. } => Reason::Limit,
        _ => Reason::File(shown.into()),
    };
    let message = if shown == path { error.to_string() } else { format!("{shown} cannot be read") };
    FunctionError { message, argument: Some(0), reason }
}

/// The file that the first argument names and its text, which must be UTF-8.
fn text(args: &Arguments<'_>) -> Result<(FileId, Arc<str>), FunctionError> {
    let id = load(args)?;
    let file = args.context.sources.file(id);
    match file.invalid_utf8 {
        None => Ok((id, file.text.clone())),
        Some(_) => {
            let path = shown(args, &file.path);
            Err(FunctionError::at(0, format!("{path} is not UTF-8 text; use filebase64 for it")))
        }
    }
}

/// The content of a file that may hold anything.
pub(super) fn bytes(args: &Arguments<'_>) -> Result<Vec<u8>, FunctionError> {
    let file = args.context.sources.file(load(args)?);
    match file.invalid_utf8 {
        None => Ok(file.text.as_bytes().to_vec()),
        Some(_) => {
            let path = args.text(0)?;
            args.context.sources.bytes(&from_top(args, path)).map_err(|error| unreadable(args, path, &error))
        }
    }
}

/// The content of a file; each of its lines has its place there.
fn file(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (id, text) = text(args)?;
    let value = args.string(&*text)?;
    let same = value.as_str() == Some(&*text) && text.contains('\n');
    if !same {
        return Ok(value);
    }
    let mut map = TextMap::default();
    map.push_file(&text, Span::new(id, 0, text.len()));
    Ok(Value { origin: value.origin.with_text(map), ..value })
}

fn fileexists(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let path = args.text(0)?;
    let full = from_top(args, path);
    match args.context.sources.load(&full) {
        Ok(_) | Err(ReadError::TooLarge { .. }) => args.bool(true),
        Err(ReadError::Missing(_)) => args.bool(false),
        Err(ReadError::Outside(_)) => Ok(Value {
            sensitive: args.sensitive(),
            ..Value::unknown(Reason::File(shown(args, path).into()), args.origin())
        }),
        Err(error @ ReadError::Refused { .. }) => Err(unreadable(args, path, &error)),
    }
}

/// Most directory entries one `fileset` looks at, and how deep.
const MAX_ENTRIES: usize = 100_000;
const MAX_DEPTH: usize = 50;

fn fileset(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (dir, pattern) = (args.text(0)?, args.text(1)?);
    let glob = Glob::parse(pattern)
        .ok_or_else(|| FunctionError::at(1, "the pattern has a bracket that is not closed"))?;
    let base = from_top(args, &format!("{dir}/{}", glob.fixed));
    let mut found = Vec::new();
    let mut seen = 0;
    let mut pending = vec![(String::new(), 0)];
    while let Some((below, depth)) = pending.pop() {
        for entry in args.context.sources.list(&format!("{base}/{below}")) {
            seen += 1;
            if seen > MAX_ENTRIES {
                return Err(FunctionError::limit(format!(
                    "there are more than {MAX_ENTRIES} files below {dir}"
                )));
            }
            let path = if below.is_empty() { entry.name } else { format!("{below}/{}", entry.name) };
            if entry.is_dir {
                if depth < glob.depth.unwrap_or(MAX_DEPTH).min(MAX_DEPTH) {
                    pending.push((path, depth + 1));
                }
            } else if glob.matches(&path) {
                found.push(clean(&format!(
                    "{}/{path}",
                    if glob.fixed.is_empty() { "." } else { &glob.fixed }
                )));
            }
        }
    }
    let items = found.into_iter().map(|path| args.computed(super::arguments::string_data(&path)));
    args.set(items.collect())
}

fn templatefile(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let (file, _) = text(args)?;
    check_variables(args)?;
    let rendered = args.context.templates.render_file(file, args.entries(1)?)?;
    Ok(args.hand_through(&rendered))
}

fn templatestring(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    check_variables(args)?;
    let rendered = args.context.templates.render_text(args.get(0)?, args.entries(1)?)?;
    if matches!(rendered.data, Data::Null) {
        return Err(FunctionError::at(0, "the template gives null"));
    }
    let text = types::convert(&rendered, &types::Type::String);
    Ok(args.hand_first(
        text.map_err(|why| FunctionError::at(0, format!("the template must give a string: {why}")))?,
    ))
}

fn check_variables(args: &Arguments<'_>) -> Result<(), FunctionError> {
    for name in args.entries(1)?.keys() {
        let mut chars = name.chars();
        let starts = chars.next().is_some_and(|char| char.is_alphabetic() || char == '_');
        if !starts || !chars.all(|char| char.is_alphanumeric() || matches!(char, '_' | '-')) {
            return Err(FunctionError::at(1, format!("{name:?} is not a name that a template can refer to")));
        }
    }
    Ok(())
}

/// Resolves `.`, `..` and repeated slashes by name alone.
fn clean(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if kept.last().is_some_and(|last| *last != "..") => {
                kept.pop();
            }
            ".." if absolute => {}
            _ => kept.push(part),
        }
    }
    match (absolute, kept.join("/")) {
        (true, kept) => format!("/{kept}"),
        (false, kept) if kept.is_empty() => ".".to_owned(),
        (false, kept) => kept,
    }
}

/// Of a path known in part, its known end is enough.
fn last_segment(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let Data::Unknown(unknown) = &args.get(0)?.data else { return args.string(basename(args.text(0)?)) };
    let end = match unknown.parts.last() {
        Some(Part::Text(text)) => text.trim_end_matches('/'),
        _ => "",
    };
    if end.contains('/') { args.string(basename(end)) } else { Ok(args.unknown()) }
}

fn basename(path: &str) -> String {
    let trimmed = path.trim_end_matches('/');
    match trimmed.rsplit('/').next() {
        Some("") if path.is_empty() => ".".to_owned(),
        Some("") | None => "/".to_owned(),
        Some(name) => name.to_owned(),
    }
}

fn dirname(path: &str) -> String {
    match path.rfind('/') {
        Some(at) => clean(path.get(..=at).unwrap_or_default()),
        None => ".".to_owned(),
    }
}

/// Where the run takes place is nothing that a result may depend on: known only for paths that are absolute.
fn absolute(args: &Arguments<'_>, known: fn(&str) -> bool) -> Result<Value, FunctionError> {
    let path = args.text(0)?;
    if known(path) { args.string(clean(path)) } else { Ok(args.unknown()) }
}

fn pathexpand(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    match args.text(0)? {
        path if path.starts_with('~') => Ok(args.unknown()),
        path => Ok(Value { data: Data::String(path.into()), ..args.hand_through(args.get(0)?) }),
    }
}
