//! What the code of `src/graph` reads of resources: its tables row by row, and the attributes that it asks for by name.

use crate::kinds::KINDS;
use crate::schema::{Node, Shape, Step};
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Providers of whose types the tables hold all.
const PROVIDERS: &str = "aws|azuread|azurerm|google|helm|kubernetes|local|null|random|template|tls|vault";

/// Code that reads attributes of Terraform's resources.
const FOLDERS: [&str; 4] =
    ["src/graph/credential", "src/graph/exposure", "src/graph/identity", "src/graph/link"];

/// What looks like the name of a type and is none.
const NO_TYPES: [&str; 4] = ["kubernetes_cluster_id", "template_body", "template_content", "template_id"];

/// Types that a file, or a folder, puts together from parts.
const PUT_TOGETHER: [(&str, &str); 8] = [
    ("src/graph/credential/environment.rs", "V1EnvVar"),
    ("src/graph/exposure/azure.rs", "azurerm_*_firewall_rule"),
    ("src/graph/exposure/google.rs", "google_cloud_run_service_iam_*"),
    ("src/graph/identity/azure/", "azuread_*"),
    ("src/graph/identity/azure/", "azurerm_*"),
    ("src/graph/identity/google/", "google_*"),
    ("src/graph/link/cloud/cluster.rs", "helm_release"),
    ("src/graph/link/cloud/registry.rs", "aws_lambda_function"),
];

/// Names that are asked for of resources that no table has.
const OTHER_NAMES: [&str; 19] = [
    // The values of a chart.
    "type",
    // The text of `policy_data`.
    "bindings",
    // `flux_bootstrap_git`.
    "path",
    // Gateway API.
    "addresses",
    "gatewayClassName",
    "infrastructure",
    // Traefik's `IngressRoute`.
    "entryPoints",
    // Istio.
    "destination",
    "mirror",
    "workloadSelector",
    // KEDA's and Argo Rollouts' objects.
    "authenticationRef",
    "workloadRef",
    // Objects of the External Secrets Operator and of the Secrets Store CSI driver.
    "aws",
    "externalSecretSpec",
    "keyvaultName",
    "parameters",
    "provider",
    "secretStoreRef",
    "service",
];

/// Its rows begin with what the names of types begin with.
const NAMINGS: &str = "src/graph/link/names.rs";

/// Files of code with their text, comments and tests left out.
fn code() -> Vec<(String, String)> {
    fn collect(path: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => collect(&path, found),
                false => found.push(path),
            }
        }
    }
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    FOLDERS.iter().for_each(|folder| collect(&top.join(folder), &mut found));
    found.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    found.retain(|path| path.file_name().is_some_and(|name| name != "tests.rs"));
    found.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let name = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
        (name, lines.join("\n"))
    };
    found.into_iter().map(read).collect()
}

static TYPE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!(r#""((?:data\.)?(?:{PROVIDERS})_[a-z0-9_*]+)""#)).unwrap());

/// The types that a name stands for, in which one `*` stands for any text.
fn types(row: &str) -> Vec<&str> {
    let Some((start, end)) = row.split_once('*') else {
        return KINDS.schema.root(row).map(|_| row).into_iter().collect();
    };
    let fits =
        |name: &&str| name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end);
    KINDS.schema.names().filter(fits).collect()
}

/// The types that a name in a table may stand for: also a data source, or all types that begin so.
fn named(name: &str) -> Vec<&str> {
    if name.contains('*') {
        return types(name);
    }
    let data = format!("data.{name}");
    let exact: Vec<&str> = KINDS.schema.names().filter(|one| *one == name || *one == data).collect();
    match exact.is_empty() {
        true => KINDS.schema.names().filter(|one| one.starts_with(name)).collect(),
        false => exact,
    }
}

/// Whether a path of names exists below a type, whatever lists and blocks lie between.
fn leads(kind: &str, names: &[&str]) -> bool {
    let schema = &KINDS.schema;
    let mut nodes: Vec<Node<'_>> = schema.root(kind).into_iter().collect();
    for name in names.iter().filter(|name| **name != "*") {
        let mut inside = Vec::new();
        while let Some(node) = nodes.pop() {
            match node {
                Node::Shape(Shape::List(_) | Shape::Block(_)) => nodes.extend(schema.below(node, &Step::Any)),
                _ => inside.push(node),
            }
        }
        let step = Step::Key((*name).to_owned());
        nodes = inside.into_iter().flat_map(|node| schema.below(node, &step)).collect();
    }
    !nodes.is_empty()
}

fn literals(list: &str) -> Vec<&str> {
    list.split('"').skip(1).step_by(2).collect()
}

#[test]
fn a_path_leads_through_blocks_and_maps_only_where_they_are() {
    assert!(leads("aws_instance", &["root_block_device", "*", "encrypted"]));
    assert!(leads("aws_subnet", &["tags", "Name"]));
    assert!(!leads("aws_instance", &["root_block_device", "*", "encryptd"]));
    assert!(!leads("aws_instance", &["ami", "encrypted"]));
    assert!(!leads("aws_instances", &["ami"]));
    assert_eq!(types("aws_iam_role_policy_attachment*").len(), 2);
}

#[test]
fn every_type_that_the_graph_names_exists() {
    let mut problems = Vec::new();
    let mut checked = 0;
    for (file, text) in code() {
        for found in TYPE.captures_iter(&text) {
            let name = found.get(1).unwrap().as_str();
            checked += 1;
            if named(name).is_empty() && !NO_TYPES.contains(&name) {
                problems.push(format!("{file}: there is no type {name}"));
            }
        }
    }
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 400, "{checked} names");
}

/// A type, and right behind it a list of names, or in a call or a structure a name: the path to what is read, or
/// several names.
#[test]
fn every_attribute_in_a_row_of_a_table_exists() {
    let kind = format!(r#""((?:data\.)?(?:{PROVIDERS})_[a-z0-9_*]+)",\s*"#);
    let list = Regex::new(&format!(r#"{kind}(?:\w+: )?&\[((?:\s*"[^"]+",?\s*)+)\]"#)).unwrap();
    let name = Regex::new(&format!(r#"(?:\w\(|kind: )\s*{kind}(?:\w+: )?("\w+")"#)).unwrap();
    let mut problems = Vec::new();
    let mut checked = 0;
    for (file, text) in code().into_iter().filter(|(file, _)| file != NAMINGS) {
        for found in list.captures_iter(&text).chain(name.captures_iter(&text)) {
            let [kind, names] = found.extract().1;
            let names = literals(names);
            if names.iter().any(|name| TYPE.is_match(&format!("\"{name}\""))) {
                continue;
            }
            checked += 1;
            let kinds = named(kind);
            let path = kinds.iter().any(|kind| leads(kind, &names));
            let each = names.iter().all(|name| kinds.iter().any(|kind| leads(kind, &[name])));
            if !path && !each {
                problems.push(format!("{file}: {kind} has no {}", names.join(".")));
            }
        }
    }
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 100, "{checked} rows");
}

/// What names another resource: `naming("aws_s3_", "bucket", "aws_s3_bucket", "bucket")`.
#[test]
fn every_argument_that_names_a_resource_exists() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(NAMINGS)).unwrap();
    let row = Regex::new(r#"naming\(\s*"(\w+)",\s*"(\w+)",\s*"(\w+)",\s*"(\w+)""#).unwrap();
    let mut problems = Vec::new();
    let mut checked = 0;
    for found in row.captures_iter(&text) {
        let [kinds, argument, target, name] = found.extract().1;
        checked += 1;
        for (row, name) in [(format!("{kinds}*"), argument), (target.to_owned(), name)] {
            if !types(&row).iter().any(|kind| leads(kind, &[name])) {
                problems.push(format!("{row} has no {name}"));
            }
        }
    }
    assert_eq!(problems, [] as [&str; 0]);
    assert!(checked > 40, "{checked} rows");
}

/// The places where credentials do not belong: `at(&["kind", ...], "path", ...)`.
#[test]
fn every_place_of_a_credential_exists() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/graph/credential/sink.rs");
    let text = fs::read_to_string(file).unwrap();
    let constant = Regex::new(r#"const (\w+): &\[&str\] =\s*&\[([^\]]+)\]"#).unwrap();
    let constants: Vec<(String, String)> =
        constant.captures_iter(&text).map(|found| (found[1].to_owned(), found[2].to_owned())).collect();
    let place =
        Regex::new(r#"(?:at|unless)\(\s*(?:&\[([^\]]+)\]|(\w+)),\s*"([^"]+)",\s*\w+(?:,\s*"(\w+)")?"#)
            .unwrap();
    let mut problems = Vec::new();
    let mut checked = 0;
    for found in place.captures_iter(&text) {
        let rows = match (found.get(1), found.get(2)) {
            (Some(list), _) => list.as_str(),
            (None, name) => {
                let name = name.unwrap().as_str();
                &constants.iter().find(|(constant, _)| constant == name).expect(name).1
            }
        };
        let path: Vec<&str> = found.get(3).unwrap().as_str().split('.').collect();
        let beside = found.get(4).map(|argument| [&path[..path.len() - 1], &[argument.as_str()]].concat());
        for row in literals(rows).into_iter().filter(|row| TYPE.is_match(&format!("\"{row}\""))) {
            checked += 1;
            for path in [Some(&path), beside.as_ref()].into_iter().flatten() {
                if !types(row).iter().any(|kind| leads(kind, path)) {
                    problems.push(format!("{row} has no {}", path.join(".")));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 80, "{checked} places");
}

/// Names, and pairs of names one right below the other, of the types that a file names and of Kubernetes' API.
#[derive(Default)]
struct Known {
    names: BTreeSet<String>,
    pairs: BTreeSet<(String, String)>,
}

impl Known {
    fn add_types(&mut self, row: &str) {
        for kind in types(row) {
            self.add(KINDS.schema.root(kind).unwrap(), None);
        }
    }

    fn add(&mut self, node: Node<'_>, above: Option<&str>) {
        match node {
            Node::Anything => {}
            Node::Shape(Shape::List(inner) | Shape::Map(inner)) => self.add(Node::Shape(inner), above),
            Node::Shape(Shape::Block(fields) | Shape::Object(fields)) => {
                fields.iter().for_each(|fields| self.add(Node::Fields(fields), above));
            }
            Node::Shape(Shape::Leaf(_)) => {}
            Node::Shape(Shape::Named(name)) => {
                if let (Some(above), Some(Node::Fields(fields))) = (above, KINDS.schema.root(name)) {
                    self.pairs.extend(fields.iter().map(|field| (above.to_owned(), field.name.clone())));
                }
            }
            Node::Fields(fields) => {
                for field in fields {
                    self.names.insert(field.name.clone());
                    self.pairs.extend(above.map(|above| (above.to_owned(), field.name.clone())));
                    self.add(Node::Shape(&field.shape), Some(&field.name));
                }
            }
        }
    }
}

/// `.block("settings").block("ip_configuration").get("ipv4_enabled")`, `&["ip_configuration", "subnet_id"]`.
#[test]
fn every_attribute_that_the_graph_asks_for_exists() {
    let chain = Regex::new(r#"(?:\s*\.(?:get|block|blocks)\("[^"]+"\))+"#).unwrap();
    let list =
        Regex::new(r#"(?:\.at|\.join|below|targets|sources|referred)\([^()]*&\[((?:\s*"[^"]+",?\s*)+)\]"#)
            .unwrap();
    let mut problems = BTreeSet::new();
    let mut checked = 0;
    for (file, text) in code() {
        let mut known = Known::default();
        for found in TYPE.captures_iter(&text) {
            known.add_types(found.get(1).unwrap().as_str());
        }
        PUT_TOGETHER
            .iter()
            .filter(|(path, _)| file.starts_with(path))
            .for_each(|(_, row)| known.add_types(row));
        if ["kubernetes", "isolation", "link", "rbac", "aws/images"].iter().any(|part| file.contains(part)) {
            KINDS.schema.names().filter(|name| name.contains('V')).for_each(|name| known.add_types(name));
        }
        let of_chain = chain.find_iter(&text).map(|found| literals(found.as_str()));
        let of_list = list.captures_iter(&text).map(|found| literals(found.get(1).unwrap().as_str()));
        for names in of_chain.chain(of_list) {
            // Keys of policy documents begin with a capital, those of annotations have a `/`.
            let is_name = |name: &&str| {
                name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains(['/', ':', '*', '.'])
            };
            let is_type = |name: &str| TYPE.is_match(&format!("\"{name}\""));
            let names: Vec<&str> = names.into_iter().filter(|name| is_name(name) && !is_type(name)).collect();
            for name in &names {
                checked += 1;
                if !known.names.contains(*name) && !OTHER_NAMES.contains(name) {
                    problems.insert(format!("{file}: there is no {name}"));
                }
            }
            for pair in names.windows(2) {
                let pair = (pair[0].to_owned(), pair[1].to_owned());
                let is_known =
                    |name: &String| known.names.contains(name) && !OTHER_NAMES.contains(&name.as_str());
                if is_known(&pair.0) && is_known(&pair.1) && !known.pairs.contains(&pair) {
                    problems.insert(format!("{file}: there is no {} in {}", pair.1, pair.0));
                }
            }
        }
    }
    let problems: Vec<String> = problems.into_iter().collect();
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 200, "{checked} names");
}
