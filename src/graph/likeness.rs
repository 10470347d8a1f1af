//! What a text that is unknown may turn out to be.

use super::ResourceGraph;
use crate::evaluate::{Data, LinkKind, Origin, Part, Reason, Step, Unknown, Value};

/// Copies that are gone back to see where a value came from.
const MOST_COPIES: usize = 256;
/// Parts of a text that are looked into, one inside of the other.
const MAX_NESTING: usize = 8;

/// How every ARN begins.
const ARN: &str = "arn:";

/// Parts of an ARN between that and what it is of: partition, service, region and account.
const SEGMENTS: usize = 4;

/// Data sources of AWS and their attributes that hold an account, a region or a partition.
const PLAIN: [(&str, &[&str]); 7] = [
    ("aws_billing_service_account", &["id"]),
    ("aws_caller_identity", &["account_id", "id"]),
    ("aws_cloudtrail_service_account", &["id"]),
    ("aws_elb_service_account", &["id"]),
    ("aws_organizations_organization", &["master_account_id"]),
    ("aws_partition", &["dns_suffix", "id", "partition"]),
    ("aws_region", &["id", "name", "region"]),
];

/// Resources of AWS, and data sources that read one, whose ARN ends with their `name`, or begins to with `name_prefix`.
const ENDING_WITH_NAME: [&str; 4] = ["aws_iam_group", "aws_iam_policy", "aws_iam_role", "aws_iam_user"];

/// Resources of AWS that are keys: they have a number, and an ARN that ends with it.
const KEYS: [&str; 3] = ["aws_kms_external_key", "aws_kms_key", "aws_kms_replica_key"];

/// How Google Cloud calls service accounts where it names members.
const SERVICE_ACCOUNT: &str = "serviceAccount:";

/// How the addresses of service accounts end that somebody has made: those that projects have from the start end
/// otherwise.
const MADE_ACCOUNT: &str = ".iam.gserviceaccount.com";

/// Resources and data sources of Google Cloud that are service accounts, and tell in `member` how they are called.
const SERVICE_ACCOUNTS: [&str; 7] = [
    "google_app_engine_default_service_account",
    "google_bigquery_default_service_account",
    "google_compute_default_service_account",
    "google_project_service_identity",
    "google_service_account",
    "google_storage_project_service_account",
    "google_storage_transfer_project_service_account",
];

/// A stretch of a text; two that are known never stand side by side.
enum Stretch {
    Known(String),
    Unknown,
    /// Unknown, but without what separates parts or stands for others; or empty.
    Plain,
}

/// What stands for parts of a text that are unknown.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    /// For any text; two of them stand for one that is not empty.
    pub any: char,
    /// For one without `:`, `/` and wildcards, or none.
    pub plain: char,
}

/// Whether a text may be another one, for all that is known of its parts. An attribute that holds an ARN begins like
/// one.
pub fn may_be(value: &Value, text: &str) -> bool {
    let mut stretches = Vec::new();
    collect(value, 0, &mut stretches);
    let mut left = text;
    let mut anchored = true;
    let last = stretches.len();
    for (at, stretch) in stretches.iter().enumerate() {
        match stretch {
            Stretch::Unknown | Stretch::Plain => anchored = false,
            // What stands last has to end the text, whatever else it holds.
            Stretch::Known(known) if at + 1 == last && !anchored => return left.ends_with(known.as_str()),
            Stretch::Known(known) if anchored => match left.strip_prefix(known.as_str()) {
                Some(rest) => left = rest,
                None => return false,
            },
            Stretch::Known(known) => match left.find(known.as_str()) {
                Some(found) => {
                    left = left.get(found + known.len()..).unwrap_or_default();
                    anchored = true;
                }
                None => return false,
            },
        }
    }
    !anchored || left.is_empty() || matches!(stretches.last(), Some(Stretch::Unknown | Stretch::Plain))
}

/// What is known of a text that is unknown, with marks where it is not. None where nothing is known of it.
pub fn outline(value: &Value, marks: Marks, graph: &ResourceGraph) -> Option<String> {
    let Data::Unknown(unknown) = &value.data else { return None };
    let known = known_parts(value, marks);
    if unknown.many || !unknown.is_filled() {
        return known.filter(|_| !unknown.many);
    }
    match end_of_name(value, marks, graph) {
        // What is known of an ARN ends with a mark for any text.
        Some(name) => Some(known.unwrap_or_else(|| marks.any.to_string()) + &name),
        None => known.or_else(|| Some([marks.any, marks.any].iter().collect())),
    }
}

/// The parts of a text that are known, if any is.
fn known_parts(value: &Value, marks: Marks) -> Option<String> {
    let mut stretches = Vec::new();
    collect(value, 0, &mut stretches);
    let text = |stretch: &Stretch| match stretch {
        Stretch::Known(text) => text.clone(),
        Stretch::Unknown => marks.any.to_string(),
        Stretch::Plain => marks.plain.to_string(),
    };
    let is_known = stretches.iter().any(|stretch| !matches!(stretch, Stretch::Unknown));
    is_known.then(|| stretches.iter().map(text).collect())
}

/// The name that an ARN ends with, where the value is a copy of that of something that is made or looked up here.
fn end_of_name(value: &Value, marks: Marks, graph: &ResourceGraph) -> Option<String> {
    let made = copies(value).find_map(|origin| match &origin.link().kind {
        LinkKind::Reference(id, path) if path.0 == [Step::from("arn")] => Some(id),
        _ => None,
    })?;
    let resource = graph.get(graph.find(&made.0)?)?;
    let kind = resource.kind.strip_prefix("data.").unwrap_or(&resource.kind);
    if !ENDING_WITH_NAME.contains(&kind) {
        return None;
    }
    let text = |argument: &str| {
        let value = resource.attributes.get(argument)?;
        value.as_str().map(str::to_owned).or_else(|| known_parts(value, marks))
    };
    // What AWS adds to a beginning are digits.
    text("name").or_else(|| Some(text("name_prefix")? + &marks.plain.to_string()))
}

fn collect(value: &Value, depth: usize, found: &mut Vec<Stretch>) {
    match &value.data {
        Data::String(text) => add_known(text, found),
        Data::Unknown(unknown) if !unknown.parts.is_empty() && depth < MAX_NESTING => {
            for part in &unknown.parts {
                match part {
                    Part::Text(text) => add_known(text, found),
                    Part::Hole(hole) => collect(hole, depth + 1, found),
                }
            }
        }
        // What AWS has given a number or a name to has it.
        Data::Unknown(unknown) if is_arn(value) && (unknown.filled || is_looked_up(value, unknown)) => {
            add_known(ARN, found);
            for _ in 0..SEGMENTS {
                found.push(Stretch::Plain);
                add_known(":", found);
            }
            match is_key(value, "arn") {
                true => {
                    add_known("key/", found);
                    found.push(Stretch::Plain);
                }
                false => found.push(Stretch::Unknown),
            }
        }
        // It has some letters.
        Data::Unknown(unknown) if unknown.filled && is_number_of_key(value) => {
            found.extend([Stretch::Plain, Stretch::Plain]);
        }
        Data::Unknown(unknown) if unknown.plain || is_plain(value) => found.push(Stretch::Plain),
        _ => {
            if is_arn(value) {
                add_known(ARN, found);
            } else if is_service_account(value) {
                add_known(SERVICE_ACCOUNT, found);
            }
            found.push(Stretch::Unknown);
            if is_address_of_made_account(value) {
                add_known(MADE_ACCOUNT, found);
            }
        }
    }
}

fn add_known(text: &str, found: &mut Vec<Stretch>) {
    match found.last_mut() {
        Some(Stretch::Known(before)) => before.push_str(text),
        _ => found.push(Stretch::Known(text.to_owned())),
    }
}

/// Whether a value is a copy of an attribute of AWS that holds an ARN.
fn is_arn(value: &Value) -> bool {
    is_copy_of(value, |address, key| {
        address.split('.').any(|part| part.starts_with("aws_")) && (key == "arn" || key.ends_with("_arn"))
    })
}

/// Whether a value is a copy of an attribute of a key of AWS.
fn is_key(value: &Value, attribute: &str) -> bool {
    is_copy_of(value, |address, key| key == attribute && address.split('.').any(|part| KEYS.contains(&part)))
}

/// Whether it is one of its number. A data source says in `key_id` what it was asked for, which may be an alias.
fn is_number_of_key(value: &Value) -> bool {
    let is_looked_up = || is_copy_of(value, |address, _| address.split('.').any(|part| part == "data"));
    (is_key(value, "id") || is_key(value, "key_id")) && !is_looked_up()
}

/// Whether a value is a copy of how Google Cloud calls a service account as a member.
fn is_service_account(value: &Value) -> bool {
    is_copy_of(value, |address, key| {
        key == "member" && address.split('.').any(|part| SERVICE_ACCOUNTS.contains(&part))
    })
}

/// Whether a value is a copy of the address of a service account that is made here. A data source may have looked up
/// any.
fn is_address_of_made_account(value: &Value) -> bool {
    is_copy_of(value, |address, key| {
        let of = |kind: &str| address.split('.').any(|part| part == kind);
        matches!(key, "email" | "member") && of("google_service_account") && !of("data")
    })
}

/// Whether AWS told a data source the value: all but what `aws_arn` is handed to take apart exist.
fn is_looked_up(value: &Value, unknown: &Unknown) -> bool {
    let handed = || is_copy_of(value, |address, _| address.split('.').any(|part| part == "aws_arn"));
    matches!(unknown.reason, Reason::DataSource(_)) && !handed()
}

/// Whether a value is a copy of what a data source says of the account and region that Terraform works in.
fn is_plain(value: &Value) -> bool {
    is_copy_of(value, |address, key| {
        let of = |kind: &str| address.split('.').skip_while(|part| *part != "data").nth(1) == Some(kind);
        PLAIN.iter().any(|(kind, keys)| keys.contains(&key) && of(kind))
    })
}

/// The stations that a value was copied through, up to one where something else may take its place.
fn copies(value: &Value) -> impl Iterator<Item = &Origin> {
    let chain = std::iter::successors(Some(&value.origin), |origin: &&Origin| origin.copied_from());
    chain.take(MOST_COPIES).take_while(|origin| !matches!(origin.link().kind, LinkKind::Tried))
}

/// Whether a value is a copy of an attribute, by the address of the resource and the name.
fn is_copy_of(value: &Value, is_meant: impl Fn(&str, &str) -> bool) -> bool {
    copies(value).any(|origin| match &origin.link().kind {
        LinkKind::Reference(id, path) => match path.0.last() {
            Some(Step::Key(key)) => is_meant(id.address(), key),
            _ => false,
        },
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{Path, ResourceId};
    use crate::source::{FileKind, Sources, Span};
    use std::sync::Arc;

    fn origin() -> Origin {
        Origin::literal(Span::new(Sources::new("/").add("a.tf", FileKind::Terraform, ""), 0, 0))
    }

    fn attribute(name: &str) -> Value {
        attribute_of(".//aws_sqs_queue.q", name)
    }

    fn attribute_of(id: &str, name: &str) -> Value {
        let kind = LinkKind::Reference(ResourceId(id.into()), Path::default().join(&[name]));
        Value::unknown(Reason::Computed, Origin::new(kind, origin().span(), vec![origin()]))
    }

    fn text(parts: Vec<Part>) -> Value {
        let unknown = Unknown { parts, ..Unknown::because(Reason::Computed) };
        Value::new(Data::Unknown(Arc::new(unknown)), origin())
    }

    #[test]
    fn no_arn_is_a_star() {
        assert!(!may_be(&attribute("arn"), "*"));
        assert!(!may_be(&attribute("dead_letter_arn"), ""));
        assert!(may_be(&attribute("arn"), "arn:aws:sqs:eu-west-1:1:q"));
        assert!(may_be(&attribute("id"), "*"));
    }

    #[test]
    fn a_service_account_is_not_everybody() {
        assert!(!may_be(&attribute_of(".//module.a.google_service_account.a[0]", "member"), "allUsers"));
        let account = "serviceAccount:a@b.iam.gserviceaccount.com";
        assert!(may_be(&attribute_of(".//google_service_account.a", "member"), account));
        assert!(may_be(&attribute_of(".//data.google_service_account.a", "email"), "allUsers"));
        assert!(may_be(&attribute_of(".//google_pubsub_topic_iam_member.a", "member"), "allUsers"));
    }

    #[test]
    fn an_account_that_is_made_is_not_one_of_those_that_every_project_has() {
        let of_every_project = "1-compute@developer.gserviceaccount.com";
        for attribute in ["email", "member"] {
            let made = attribute_of(".//module.a.google_service_account.a[0]", attribute);
            assert!(!may_be(&made, of_every_project));
        }
        let made = attribute_of(".//google_service_account.a", "email");
        assert!(may_be(&made, "a@b.iam.gserviceaccount.com"));
        let found = attribute_of(".//data.google_service_account.a", "email");
        assert!(may_be(&found, of_every_project));
    }

    #[test]
    fn known_parts_have_to_be_there_in_order() {
        let known = |text: &str| Part::Text(text.into());
        let hole = || Part::Hole(attribute("id"));
        let between = text(vec![known("a-"), hole(), known("-z")]);
        for (other, expected) in
            [("a--z", true), ("a-b-z", true), ("a-z", false), ("*", false), ("b-z", false)]
        {
            assert_eq!(may_be(&between, other), expected, "{other}");
        }
        let twice = text(vec![hole(), known(":x:"), hole()]);
        for (other, expected) in [(":x:", true), ("a:x:b", true), ("a:y:b", false)] {
            assert_eq!(may_be(&twice, other), expected, "{other}");
        }
        let apart = text(vec![hole(), known("a"), Part::Hole(Value::string("b", origin()))]);
        for (other, expected) in [("xaab", true), ("xab", true), ("xba", false)] {
            assert_eq!(may_be(&apart, other), expected, "{other}: known parts side by side are one");
        }
        let behind = text(vec![Part::Hole(attribute("arn")), known("/*")]);
        for (other, expected) in [("*", false), ("/*", false), ("arn:aws:s3:::b/*", true)] {
            assert_eq!(may_be(&behind, other), expected, "{other}");
        }
    }
}
