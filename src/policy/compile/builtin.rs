//! Functions of the language that compiled policies may call.

use serde::{Deserialize, Serialize};

/// Declares the functions: the name in Rego, how many arguments, and the variant.
macro_rules! builtins {
    ($($name:literal $arity:literal $variant:ident,)*) => {
        /// A function of the language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Builtin {
            $(#[doc = concat!("`", $name, "`.")] $variant,)*
        }

        impl Builtin {
            /// The function of that name, and how many arguments it takes.
            pub(super) fn find(name: &str) -> Option<(Builtin, usize)> {
                match name {
                    $($name => Some((Builtin::$variant, $arity)),)*
                    _ => None,
                }
            }
        }
    };
}

builtins! {
    "abs" 1 Abs,
    "array.concat" 2 ArrayConcat,
    "array.reverse" 1 ArrayReverse,
    "array.slice" 3 ArraySlice,
    "ceil" 1 Ceil,
    "concat" 2 Concat,
    "contains" 2 Contains,
    "count" 1 Count,
    "endswith" 2 EndsWith,
    "floor" 1 Floor,
    "format_int" 2 FormatInt,
    "glob.match" 3 GlobMatch,
    "indexof" 2 IndexOf,
    "intersection" 1 Intersection,
    "is_array" 1 IsArray,
    "is_boolean" 1 IsBoolean,
    "is_null" 1 IsNull,
    "is_number" 1 IsNumber,
    "is_object" 1 IsObject,
    "is_set" 1 IsSet,
    "is_string" 1 IsString,
    "lower" 1 Lower,
    "max" 1 Max,
    "min" 1 Min,
    "net.cidr_contains" 2 CidrContains,
    "numbers.range" 2 NumbersRange,
    "object.filter" 2 ObjectFilter,
    "object.get" 3 ObjectGet,
    "object.keys" 1 ObjectKeys,
    "object.remove" 2 ObjectRemove,
    "object.union" 2 ObjectUnion,
    "regex.match" 2 RegexMatch,
    "regex.find_n" 3 RegexFindN,
    "regex.replace" 3 RegexReplace,
    "regex.split" 2 RegexSplit,
    "replace" 3 Replace,
    "round" 1 Round,
    "sort" 1 Sort,
    "split" 2 Split,
    "sprintf" 2 Sprintf,
    "startswith" 2 StartsWith,
    "strings.any_prefix_match" 2 AnyPrefixMatch,
    "strings.any_suffix_match" 2 AnySuffixMatch,
    "substring" 3 Substring,
    "sum" 1 Sum,
    "to_number" 1 ToNumber,
    "trim" 2 Trim,
    "trim_left" 2 TrimLeft,
    "trim_prefix" 2 TrimPrefix,
    "trim_right" 2 TrimRight,
    "trim_space" 1 TrimSpace,
    "trim_suffix" 2 TrimSuffix,
    "type_name" 1 TypeName,
    "union" 1 Union,
    "upper" 1 Upper,
}

/// Further functions, which only the interpreter runs.
const INTERPRETED: &[&str] = &[
    "base64.decode",
    "base64.encode",
    "base64.is_valid",
    "base64url.decode",
    "base64url.encode",
    "base64url.encode_no_pad",
    "bits.and",
    "bits.lsh",
    "bits.negate",
    "bits.or",
    "bits.rsh",
    "bits.xor",
    "glob.quote_meta",
    "graph.reachable",
    "graph.reachable_paths",
    "hex.decode",
    "hex.encode",
    "indexof_n",
    "json.filter",
    "json.is_valid",
    "json.marshal",
    "json.marshal_with_options",
    "json.remove",
    "json.unmarshal",
    "net.cidr_expand",
    "net.cidr_is_valid",
    "numbers.range_step",
    "object.subset",
    "object.union_n",
    "print",
    "product",
    "regex.globs_match",
    "regex.is_valid",
    "regex.template_match",
    "semver.compare",
    "semver.is_valid",
    "strings.count",
    "strings.replace_n",
    "strings.reverse",
    "trace",
    "units.parse",
    "units.parse_bytes",
    "urlquery.decode",
    "urlquery.decode_object",
    "urlquery.encode",
    "urlquery.encode_object",
    "walk",
    "yaml.is_valid",
    "yaml.marshal",
    "yaml.unmarshal",
];

/// Whether the interpreter runs a function of that name.
pub(super) fn is_interpreted(name: &str) -> bool {
    INTERPRETED.contains(&name)
}
