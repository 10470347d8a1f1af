//! Sets of policies: the built-in ones, compiled when Purlin was built, and users' own, compiled when loaded.

use super::Rule;
use super::body::{self, BODIES, Body, Code, Interpreter, MadeOf, Policy};
use super::compile::{
    self, Bundle, Constant, FACTS, Footprint, Module, PolicyError, PolicySource, PolicyTree, Program, Rules,
    SharedTexts,
};
use crate::source::{self, Diagnostic, Level};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policies.index"));
static LIBRARIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policies.libraries"));

/// Policies that can be run, ordered by rule id.
#[derive(Debug, Default)]
pub struct PolicySet {
    rules: Vec<Rule>,
    policies: Vec<Policy>,
    /// SHA-256 of each of its sources: the built-in policies, a directory.
    digests: Vec<String>,
}

/// Stands for the digest of the built-in policies, which is made when somebody asks.
const BUILTIN: &str = "built-in";

/// SHA-256 of files with their paths, in any order.
fn of_files(files: &[(String, String)]) -> String {
    let mut lines: Vec<String> =
        files.iter().map(|(path, text)| format!("{}  {path}\n", source::digest(text.as_bytes()))).collect();
    lines.sort();
    source::digest(lines.concat().as_bytes())
}

impl PolicySet {
    /// The policies that come with Purlin.
    pub fn builtin() -> PolicySet {
        let bundle = builtin_bundle();
        let mut set = PolicySet { digests: vec![BUILTIN.to_owned()], ..PolicySet::default() };
        let places = body::places(bundle.policies.len());
        for (policy, place) in bundle.policies.into_iter().zip(places) {
            set.rules.push(Rule {
                id: policy.id,
                provider: policy.provider,
                service: policy.service,
                subjects: policy.subjects,
                metadata: policy.metadata,
            });
            set.policies.push(Policy {
                path: policy.path,
                line: policy.line,
                entry_point: policy.entry_point,
                made_of: MadeOf::Embedded(policy.body, place),
            });
        }
        set
    }

    /// Users' policies: `(path, text)` of every file in their folders. A broken one is reported, the others are
    /// kept. They may call the built-in shared modules.
    pub fn load(files: Vec<(PathBuf, String)>) -> (PolicySet, Vec<Diagnostic>) {
        PolicySet::load_for(files, code)
    }

    /// The same, all of it run by the interpreter: what compiled policies can be compared with.
    pub fn load_interpreted(files: Vec<(PathBuf, String)>) -> (PolicySet, Vec<Diagnostic>) {
        PolicySet::load_for(files, interpreted)
    }

    fn load_for(files: Vec<(PathBuf, String)>, code: CodeOf) -> (PolicySet, Vec<Diagnostic>) {
        let files: Vec<(String, String)> =
            files.into_iter().map(|(path, text)| (slashed(&path), text)).collect();
        let digests = vec![of_files(&files)];
        let (tree, mut errors) = PolicyTree::read(files);
        let builtin = libraries(&tree);
        let shared = builtin.iter().chain(&tree.libraries);
        let shared: Vec<(&str, &Module)> =
            shared.map(|library| (library.path.as_str(), &library.module)).collect();
        let rules = Rules::new(shared.iter().copied());
        let mut found: BTreeMap<String, (Rule, Policy)> = BTreeMap::new();
        for source in &tree.rules {
            let entry_point = source.entry_point();
            match code(source, &Shared { modules: &shared, rules: &rules }) {
                Ok(code) => {
                    let footprint = compile::footprint(&source.module, tree.modules(&builtin));
                    let rule = rule(source, &footprint);
                    let policy = Policy {
                        path: source.path.clone(),
                        line: source.line(),
                        entry_point,
                        made_of: MadeOf::Ready(Box::new(Body { footprint, code })),
                    };
                    if let Some((_, first)) = found.get(&rule.id) {
                        errors.push(duplicate(&source.path, &rule.id, &first.path));
                    } else {
                        found.insert(rule.id.clone(), (rule, policy));
                    }
                }
                Err(error) => errors.push(error),
            }
        }
        let (rules, policies) = found.into_values().unzip();
        (PolicySet { rules, policies, digests }, errors.iter().map(diagnostic).collect())
    }

    /// Adds another set. A rule whose id is taken is left out and reported.
    pub fn extend(&mut self, other: PolicySet) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        self.digests.extend(other.digests);
        for (rule, policy) in other.rules.into_iter().zip(other.policies) {
            match self.rules.binary_search_by(|own| own.id.cmp(&rule.id)) {
                Ok(at) => {
                    let first = self.policies.get(at).map_or("", |policy| policy.path.as_str());
                    diagnostics.push(diagnostic(&duplicate(&policy.path, &rule.id, first)));
                }
                Err(at) => {
                    self.rules.insert(at, rule);
                    self.policies.insert(at, policy);
                }
            }
        }
        diagnostics
    }

    /// SHA-256 of all policies of the set, whether they can be run or not.
    pub fn digest(&self) -> String {
        let of_one = |one: &String| match one.as_str() {
            BUILTIN => source::digest(&[INDEX, BODIES, LIBRARIES].concat()),
            other => other.to_owned(),
        };
        let digests: Vec<String> = self.digests.iter().map(of_one).collect();
        source::digest(digests.join("\n").as_bytes())
    }

    /// Its rules, ordered by id.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules whose ids are `selected`, without what they are run by.
    pub fn into_rules(mut self, selected: &BTreeSet<String>) -> Vec<Rule> {
        self.rules.retain(|rule| selected.contains(&rule.id));
        self.rules
    }

    /// The policy of a rule once for each definition of its `deny`, in the order in which they stand, as rules of their
    /// own: `<id>#000`, `<id>#001`, ... What they keep silent about counts as passed, whatever is unknown. One that is
    /// interpreted stays whole. Empty where there is no such rule.
    pub fn apart(&self, rule: &str) -> PolicySet {
        let Some((rule, policy)) = self.iter().find(|(own, _)| own.id == rule) else {
            return PolicySet::default();
        };
        let Ok(body) = policy.body() else { return PolicySet::default() };
        let codes = match &body.code {
            Code::Compiled(program) => programs(program).map(Code::Compiled).collect(),
            Code::Interpreted(engine) => vec![Code::Interpreted(engine.clone())],
        };
        let mut set = PolicySet::default();
        for (number, code) in codes.into_iter().enumerate() {
            set.rules.push(Rule { id: format!("{}#{number:03}", rule.id), ..rule.clone() });
            let (path, entry_point) = (policy.path.clone(), policy.entry_point.clone());
            let subjects = body.footprint.subjects.clone();
            let answers = FACTS.map(str::to_owned).into();
            let footprint = Footprint { subjects, answers, ..Footprint::default() };
            let made_of = MadeOf::Ready(Box::new(Body { footprint, code }));
            set.policies.push(Policy { path, line: policy.line, entry_point, made_of });
        }
        set
    }

    /// What a rule's policy looks at.
    pub fn footprint(&self, rule: &str) -> Option<&Footprint> {
        self.body(rule).map(|body| &body.footprint)
    }

    /// The kinds that rules are about.
    pub fn subjects(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().flat_map(|rule| &rule.subjects).map(String::as_str)
    }

    /// The numbers that stand in a rule's policy and in what it calls, as they are written; none where it is
    /// interpreted.
    pub fn numbers(&self, rule: &str) -> Vec<String> {
        let program = match self.body(rule).map(|body| &body.code) {
            Some(Code::Compiled(program)) => Some(program),
            _ => None,
        };
        let constants = program.map(|program| program.constants.as_slice()).unwrap_or_default();
        let number = |constant: &Constant| match constant {
            Constant::Number(text) => Some(text.clone()),
            _ => None,
        };
        constants.iter().filter_map(number).collect()
    }

    fn body(&self, rule: &str) -> Option<&Body> {
        self.iter().find(|(own, _)| own.id == rule).and_then(|(_, policy)| policy.body().ok())
    }

    /// Rules and how they are run.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Rule, &Policy)> {
        self.rules.iter().zip(&self.policies)
    }
}

/// The index that `build.rs` wrote. It is part of this binary, so it can always be read; a test sees to that.
fn builtin_bundle() -> Bundle {
    postcard::from_bytes(INDEX).unwrap_or_default()
}

/// An error in a policy as a diagnostic: the run as a whole is not to be trusted.
pub(super) fn diagnostic(error: &PolicyError) -> Diagnostic {
    let place = format!("{}:{}", error.path, error.line);
    let diagnostic = Diagnostic::on_path(Level::Error, "policy", place, error.message.clone());
    match &error.help {
        Some(help) => diagnostic.with_help(help.clone()),
        None => diagnostic,
    }
}

fn duplicate(path: &str, id: &str, first: &str) -> PolicyError {
    PolicyError::new(path, 1, format!("the rule {id} exists already, in {first}"))
        .with_help("rename the folder: provider, service and name make the id")
}

/// The program once for each definition of the rule it runs.
fn programs(program: &Program) -> impl Iterator<Item = Program> {
    let definitions = program.rules.first().map(|rule| rule.definitions.as_slice()).unwrap_or_default();
    definitions.iter().map(|definition| {
        let mut one = program.clone();
        if let Some(rule) = one.rules.first_mut() {
            rule.definitions = vec![definition.clone()];
        }
        one
    })
}

/// A path with `/` between segments.
pub(super) fn slashed(path: &std::path::Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn rule(source: &PolicySource, footprint: &Footprint) -> Rule {
    Rule {
        id: source.id(),
        provider: source.provider.clone(),
        service: source.service.clone(),
        subjects: footprint.subjects.iter().cloned().collect(),
        metadata: source.metadata.clone(),
    }
}

/// The built-in shared modules whose path no module of the tree takes.
pub(super) fn libraries(tree: &PolicyTree) -> Vec<compile::Library> {
    let own = |library: &compile::Library| {
        tree.libraries.iter().any(|own| own.module.package == library.module.package)
    };
    let parse = |(path, text): (String, String)| compile::Library::parse(&path, &text).ok();
    let texts: SharedTexts = postcard::from_bytes(LIBRARIES).unwrap_or_default();
    texts.into_iter().filter_map(parse).filter(|library| !own(library)).collect()
}

/// What policies share: the modules, each with its path, and their rules.
struct Shared<'m> {
    modules: &'m [(&'m str, &'m Module)],
    rules: &'m Rules<'m>,
}

/// Makes a policy ready to be run.
type CodeOf = fn(&PolicySource, &Shared<'_>) -> Result<Code, PolicyError>;

/// Compiled, or for the interpreter where the compiler refuses it.
fn code(source: &PolicySource, shared: &Shared<'_>) -> Result<Code, PolicyError> {
    let own = Rules::new([(source.path.as_str(), &source.module)]);
    match compile::compile(&own, shared.rules, &source.entry_point()) {
        Ok(program) => Ok(Code::Compiled(program)),
        Err(refused) if refused.is_final => Err(refused),
        Err(refused) => interpreted(source, shared).map_err(|_| refused),
    }
}

fn interpreted(source: &PolicySource, shared: &Shared<'_>) -> Result<Code, PolicyError> {
    let modules = shared.modules.iter().copied().chain([(source.path.as_str(), &source.module)]);
    let engine = compile::interpreter(modules, &source.entry_point())?;
    Ok(Code::Interpreted(Box::new(Interpreter(engine))))
}
