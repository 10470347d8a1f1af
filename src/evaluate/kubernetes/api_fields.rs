//! The fields of the API's types, as far as Terraform declares objects of them: what they are called and what they
//! hold. The table beside this file is made from Kubernetes' OpenAPI description.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A type a line: its name, then its fields. `name` is a string, `name:n` a number, `:b` a boolean, `:i` a number or
/// a string, `:{s}` a map of strings, `:[T]` a list of `T`, `:T` an object of type `T`, `:x` anything.
const TABLE: &str = include_str!("api_fields.txt");

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldType {
    /// Anything.
    Any,
    Text,
    Number,
    Boolean,
    /// A number or a string: a port by number or by name.
    NumberOrText,
    /// Keys are the user's own.
    TextMap,
    /// An object of a type.
    Object(&'static str),
    /// A list of what [`FieldType::element`] says.
    List(&'static str),
}

impl FieldType {
    fn of(code: &'static str) -> FieldType {
        if let Some(element) = code.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return FieldType::List(element);
        }
        match code {
            "" | "s" => FieldType::Text,
            "n" => FieldType::Number,
            "b" => FieldType::Boolean,
            "i" => FieldType::NumberOrText,
            "x" => FieldType::Any,
            "{s}" => FieldType::TextMap,
            name => FieldType::Object(name),
        }
    }

    /// What the elements of a list are; the type itself where it is none.
    pub(super) fn element(self) -> FieldType {
        match self {
            FieldType::List(element) => FieldType::of(element),
            other => other,
        }
    }
}

type Fields = Vec<(&'static str, FieldType)>;

static TYPES: LazyLock<BTreeMap<&'static str, Fields>> = LazyLock::new(|| {
    let field = |written: &'static str| {
        let (name, code) = written.split_once(':').unwrap_or((written, ""));
        (name, FieldType::of(code))
    };
    let line = |line: &'static str| {
        let (name, fields) = line.split_once(' ')?;
        Some((name, fields.split(' ').map(field).collect()))
    };
    TABLE.lines().filter_map(line).collect()
});

/// Arguments of the provider that are not the API's name in another spelling: of types whose name begins so.
const RENAMED: [(&str, &str, &str); 10] = [
    ("AzureDisk", "data_disk_uri", "diskURI"),
    ("DaemonSetSpec", "strategy", "updateStrategy"),
    ("Glusterfs", "endpoints_name", "endpoints"),
    ("RBD", "ceph_monitors", "monitors"),
    ("RBD", "rados_user", "user"),
    ("RBD", "rbd_image", "image"),
    ("RBD", "rbd_pool", "pool"),
    ("StorageClass", "storage_provisioner", "provisioner"),
    ("v2.HorizontalPodAutoscalerSpec", "target_cpu_utilization_percentage", "targetCPUUtilizationPercentage"),
    (
        "v2beta2.HorizontalPodAutoscalerSpec",
        "target_cpu_utilization_percentage",
        "targetCPUUtilizationPercentage",
    ),
];

/// The field of a type that an argument or a block of the provider stands for: the name without underscores,
/// whatever its capitals, or the plural of it, since a block that repeats is named in the singular.
pub(super) fn field_of(of: &str, argument: &str) -> Option<(&'static str, FieldType)> {
    let renamed = RENAMED.iter().find(|(owner, name, _)| of.starts_with(owner) && *name == argument);
    if let Some((_, _, field)) = renamed {
        let known = TYPES.get(of).and_then(|fields| fields.iter().find(|(name, _)| name == field));
        return Some(known.copied().unwrap_or((field, FieldType::Any)));
    }
    let fields = TYPES.get(of)?;
    let plain = argument.replace('_', "").to_ascii_lowercase();
    let ies = plain.strip_suffix('y').map(|stem| format!("{stem}ies"));
    let spellings = [Some(plain.clone()), Some(format!("{plain}s")), Some(format!("{plain}es")), ies];
    let named =
        |spelling: &String| fields.iter().find(|(name, _)| name.eq_ignore_ascii_case(spelling)).copied();
    spellings.iter().flatten().find_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the provider (2.38) takes, by the API's type: `name` a scalar, `name=` a map, `name[]` a list, `name{}`
    /// nested blocks.
    const ARGUMENTS: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/kubernetes/provider/arguments.txt"));

    /// Arguments that the API does not have.
    const PROVIDERS_OWN: [(&str, &str); 5] = [
        ("v2.HorizontalPodAutoscalerSpec", "target_cpu_utilization_percentage"),
        ("v2beta2.HorizontalPodAutoscalerSpec", "target_cpu_utilization_percentage"),
        ("AzureFileVolumeSource", "secret_namespace"),
        ("LocalObjectReference", "namespace"),
        ("Volume", "local"),
    ];

    #[test]
    fn every_argument_of_the_provider_is_a_field_of_the_api_and_holds_what_that_holds() {
        let mut checked = 0;
        for line in ARGUMENTS.lines() {
            let (of, arguments) = line.split_once(' ').unwrap();
            for argument in arguments.split(' ') {
                let name = argument.trim_end_matches(['=', '[', ']', '{', '}']);
                if PROVIDERS_OWN.contains(&(of, name)) {
                    continue;
                }
                let (field, kind) = field_of(of, name).unwrap_or_else(|| panic!("{of} has no {name}"));
                let fits = match argument.strip_prefix(name).unwrap() {
                    "{}" => matches!(kind.element(), FieldType::Object(_)),
                    "[]" => {
                        matches!(kind, FieldType::List(_)) && !matches!(kind.element(), FieldType::Object(_))
                    }
                    "=" => kind == FieldType::TextMap,
                    _ => matches!(
                        kind,
                        FieldType::Text | FieldType::Number | FieldType::Boolean | FieldType::NumberOrText
                    ),
                };
                assert!(fits, "{of}.{field} is {kind:?}, but the provider has {argument}");
                checked += 1;
            }
        }
        assert!(checked > 700, "{checked} arguments");
    }

    #[test]
    fn every_type_that_a_field_names_is_in_the_table() {
        for (owner, fields) in TYPES.iter() {
            for (name, kind) in fields {
                if let FieldType::Object(named) = kind.element() {
                    assert!(TYPES.contains_key(named), "{owner}.{name}: {named}");
                }
            }
        }
    }
}
