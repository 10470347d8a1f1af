//! `csvdecode`, as strict about quotation marks and line ends as Terraform is: where the usual readers make
//! something of a mark in the middle of a field, it refuses the text.

use super::arguments::{Signature, TEXT, string_data, too_large};
use super::{Arguments, FunctionError, MAX_ELEMENTS, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) const FUNCTIONS: &[Signature] = &[Signature::new("csvdecode", &[TEXT], csvdecode)];

fn csvdecode(args: &Arguments<'_>) -> Result<Value, FunctionError> {
    let wrong = |why: &str| FunctionError::at(0, format!("the text is not valid CSV: {why}"));
    // Two carriage returns before a newline are one and a line end.
    let text = args.text(0)?.replace("\r\n", "\n");
    let mut rest = text.strip_suffix('\r').unwrap_or(&text);
    let headers = record(&mut rest).map_err(wrong)?.ok_or_else(|| wrong("it has no header line"))?;
    let headers: Vec<Arc<str>> = headers.into_iter().map(Arc::from).collect();
    if headers.iter().collect::<BTreeSet<_>>().len() != headers.len() {
        return Err(wrong("two columns have the same name"));
    }
    let like = args.computed(string_data(""));
    let mut rows = Vec::new();
    while let Some(record) = record(&mut rest).map_err(wrong)? {
        if record.len() != headers.len() {
            return Err(wrong("a line has another number of fields than the header"));
        }
        if (rows.len() + 1).saturating_mul(headers.len()) > MAX_ELEMENTS {
            return Err(too_large());
        }
        let cells = record.iter().map(|cell| Value { data: string_data(cell), ..like.clone() });
        rows.push(Value::object(headers.iter().cloned().zip(cells).collect(), like.origin.clone()));
    }
    args.list(rows)
}

/// The next record; none at the end. Empty lines are skipped.
fn record(rest: &mut &str) -> Result<Option<Vec<String>>, &'static str> {
    *rest = rest.trim_start_matches('\n');
    if rest.is_empty() {
        return Ok(None);
    }
    let mut fields = Vec::new();
    loop {
        let (field, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted_field(quoted)?,
            None => {
                let end = rest.find([',', '\n']).unwrap_or(rest.len());
                let (field, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                if field.contains('"') {
                    return Err("a quotation mark stands inside a field that is not quoted");
                }
                (field.to_owned(), after)
            }
        };
        fields.push(field);
        match after.strip_prefix(',') {
            Some(next) => *rest = next,
            None => {
                *rest = after.strip_prefix('\n').unwrap_or(after);
                return Ok(Some(fields));
            }
        }
    }
}

/// The field behind a quotation mark, and what follows its end.
fn quoted_field(text: &str) -> Result<(String, &str), &'static str> {
    let mut field = String::new();
    let mut rest = text;
    loop {
        let Some((content, after)) = rest.split_once('"') else { return Err("a quoted field is not closed") };
        field.push_str(content);
        match after.chars().next() {
            Some('"') => {
                field.push('"');
                rest = after.get(1..).unwrap_or_default();
            }
            None | Some(',' | '\n') => return Ok((field, after)),
            Some(_) => return Err("text follows the end of a quoted field"),
        }
    }
}
