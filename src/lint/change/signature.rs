//! Whether values are equal, wherever they came from.

use crate::evaluate::{Data, Value};

/// A text that equal values share.
pub(in crate::lint) fn signature(value: &Value) -> String {
    let mut text = String::new();
    sign(value, &mut text);
    text
}

fn sign(value: &Value, text: &mut String) {
    match &value.data {
        Data::Null => text.push_str("null"),
        Data::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Data::Number(number) => text.push_str(&number.to_json().to_string()),
        Data::String(own) => text.push_str(&serde_json::Value::from(&**own).to_string()),
        Data::Sequence(_, items) => {
            text.push('[');
            for item in items.iter() {
                sign(item, text);
                text.push(',');
            }
            text.push(']');
        }
        Data::Mapping(_, entries) => {
            text.push('{');
            for (key, entry) in entries.iter() {
                text.push_str(&serde_json::Value::from(&**key).to_string());
                text.push(':');
                sign(entry, text);
                text.push(',');
            }
            text.push('}');
        }
        Data::Unknown(_) => text.push('?'),
    }
}
