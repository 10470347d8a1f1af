//! The clusters that objects are applied to.

use super::{Links, Wanted};
use crate::evaluate::terraform::{Configuration, EvaluatedModule};
use crate::evaluate::{Data, Path, Value};
use crate::graph::workload::PodTemplate;
use crate::graph::{Relation, Resource, ResourceIndex};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

pub(super) const CLUSTER: Wanted = Wanted {
    what: "cluster",
    kinds: &[
        ("alicloud_cs_managed_kubernetes", &["name"]),
        ("aws_eks_cluster", &["name"]),
        ("azurerm_kubernetes_cluster", &["name"]),
        ("civo_kubernetes_cluster", &["name"]),
        ("digitalocean_kubernetes_cluster", &["name"]),
        ("exoscale_sks_cluster", &["name"]),
        ("google_container_cluster", &["name"]),
        ("ibm_container_vpc_cluster", &["name"]),
        ("kind_cluster", &["name"]),
        ("linode_lke_cluster", &["label"]),
        ("oci_containerengine_cluster", &["name"]),
        ("ovh_cloud_project_kube", &["name"]),
        ("scaleway_k8s_cluster", &["name"]),
        ("vultr_kubernetes", &["label"]),
    ],
};

/// Data sources that read a cluster, each with the argument that holds its name.
const READ: Wanted = Wanted {
    what: "cluster",
    kinds: &[
        ("data.aws_eks_cluster", &["name"]),
        ("data.aws_eks_cluster_auth", &["name"]),
        ("data.azurerm_kubernetes_cluster", &["name"]),
        ("data.digitalocean_kubernetes_cluster", &["name"]),
        ("data.google_container_cluster", &["name"]),
    ],
};

/// Tells Flux on a cluster which directory of a repository to apply.
const BOOTSTRAP: &str = "flux_bootstrap_git";

/// Providers that deploy to a cluster. Others are never asked where they lead.
const DEPLOYING: [&str; 7] =
    ["argocd", "flux", "helm", "kubectl", "kubernetes", "kustomization", "kustomize"];

/// Levels of a `provider` block that are searched.
const MAX_DEPTH: usize = 16;

impl Links<'_, '_> {
    pub(super) fn clusters(&mut self, modules: &[EvaluatedModule], templates: &[PodTemplate]) {
        let by_id: FxHashMap<&str, ResourceIndex> = self
            .world
            .resources
            .iter()
            .enumerate()
            .map(|(position, resource)| (&*resource.id.0, ResourceIndex::new(position)))
            .collect();
        let mut led_to: BTreeSet<Result<ResourceIndex, String>> = BTreeSet::new();
        let mut bootstrapped: Vec<(String, ResourceIndex)> = Vec::new();
        let mut configured: BTreeSet<ResourceIndex> = BTreeSet::new();
        for module in modules {
            let mut known: FxHashMap<usize, Result<ResourceIndex, String>> = FxHashMap::default();
            for resource in module.resources.iter().filter(|resource| !resource.data_source) {
                let found = resource.configuration.and_then(|at| Some((at, module.configurations.get(at)?)));
                let found = found.filter(|(_, one)| DEPLOYING.contains(&&*one.kind));
                let (Some((at, configuration)), Some(from)) = (found, by_id.get(&*resource.id.0)) else {
                    continue;
                };
                let led = known.entry(at).or_insert_with(|| self.led_to(*from, configuration));
                led_to.insert(led.clone());
                configured.insert(*from);
                match led {
                    Ok(cluster) => {
                        let path = resource.attributes.get("path").and_then(Value::as_str);
                        if let (true, Some(path)) = (&*resource.kind == BOOTSTRAP, path) {
                            let path = path.trim_start_matches("./").trim_matches('/');
                            bootstrapped.push((path.to_owned(), *cluster));
                        }
                        self.references.add(*from, [*cluster], Relation::RunsOn, &Path::default());
                    }
                    Err(reason) => {
                        let (relation, via) = (Relation::RunsOn, Path::default());
                        self.references.leads_nowhere(*from, relation, via, reason.clone());
                    }
                }
            }
        }
        let elsewhere = led_to.into_iter().any(|led| led.is_err());
        let workloads = templates.iter().map(|template| template.resource);
        let others: BTreeSet<ResourceIndex> = workloads.filter(|one| !configured.contains(one)).collect();
        self.without_provider(&others, &bootstrapped, elsewhere);
    }

    /// Workloads of which no `provider` block says where they are applied, as those in manifests, run on the cluster that
    /// is told to apply their directory, or on that of the repository, if it has but one. `elsewhere`: a provider leads to
    /// none of those declared, so there is at least one more.
    fn without_provider(
        &mut self,
        workloads: &BTreeSet<ResourceIndex>,
        bootstrapped: &[(String, ResourceIndex)],
        elsewhere: bool,
    ) {
        let resources = self.world.resources.iter().enumerate();
        let is_cluster = |kind: &str| CLUSTER.kinds.iter().any(|(cluster, _)| *cluster == kind);
        let clusters = resources.filter(|(_, resource)| is_cluster(&resource.kind));
        let clusters: Vec<ResourceIndex> = clusters.map(|(at, _)| ResourceIndex::new(at)).collect();
        let only: Result<ResourceIndex, String> = match clusters.as_slice() {
            [] => return,
            _ if elsewhere => Err("a provider leads to a cluster that is not declared here".to_owned()),
            [only] => Ok(*only),
            several => {
                let number = several.len();
                Err(format!("{number} clusters are declared here, and nothing says which one it is for"))
            }
        };
        for from in workloads.iter().copied() {
            let Some(holder) = self.world.get(from).filter(|holder| holder.api_version.is_some()) else {
                continue;
            };
            let applies = |path: &str| {
                path.is_empty()
                    || holder
                        .root
                        .strip_prefix(path)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let mut told = bootstrapped.iter().filter(|(path, _)| applies(path)).map(|(_, cluster)| *cluster);
            let cluster = match (told.next(), told.next()) {
                (Some(cluster), None) => Ok(cluster),
                _ => self.of_own_root(holder, &clusters).map_or_else(|| only.clone(), Ok),
            };
            let (relation, via) = (Relation::RunsOn, Path::default());
            match cluster {
                Ok(cluster) => self.references.add(from, [cluster], relation, &via),
                Err(reason) => self.references.leads_nowhere(from, relation, via, reason),
            }
        }
    }

    /// The only cluster of the root module that a workload is declared in.
    fn of_own_root(&self, holder: &Resource, clusters: &[ResourceIndex]) -> Option<ResourceIndex> {
        let is_own = |cluster: &&ResourceIndex| {
            !holder.manifest && self.world.get(**cluster).is_some_and(|cluster| cluster.root == holder.root)
        };
        let mut own = clusters.iter().filter(is_own);
        own.next().copied().filter(|_| own.next().is_none())
    }

    /// The cluster that a `provider` block leads to.
    fn led_to(&self, from: ResourceIndex, configuration: &Configuration) -> Result<ResourceIndex, String> {
        let mut search = Search::default();
        self.search_block(from, &configuration.attributes, &mut search, 0);
        let one = |mut found: Vec<ResourceIndex>| {
            found.sort_unstable();
            found.dedup();
            found
        };
        match *one(search.declared) {
            [only] => return Ok(only),
            [] => {}
            ref several => return Err(format!("the provider may lead to any of {} clusters", several.len())),
        }
        let mut reason = search.unknown;
        for data in one(search.read) {
            let name = self.world.get(data).and_then(|data| data.attributes.get("name"));
            match name.map(|name| self.one(data, name, &CLUSTER, |name| Some(name.to_owned()))) {
                Some(Ok(Some(cluster))) => return Ok(cluster),
                Some(Err(why)) => reason = Some(why),
                _ => {}
            }
        }
        for name in &search.named {
            match self.one(from, name, &CLUSTER, cluster_name) {
                Ok(Some(cluster)) => return Ok(cluster),
                Ok(None) => {}
                Err(why) => reason = Some(why),
            }
        }
        Err(match reason {
            Some(reason) => format!("the cluster that the provider leads to: {reason}"),
            None => "the provider says no cluster that is declared here".to_owned(),
        })
    }

    fn search_block<'v>(&self, from: ResourceIndex, value: &'v Value, search: &mut Search<'v>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        search.declared.extend(self.world.referred(from, value, &CLUSTER));
        search.read.extend(self.world.referred(from, value, &READ));
        match &value.data {
            Data::Sequence(_, items) => {
                // Arguments of a command that gets a token: `--cluster-name`, then the name.
                let pairs = items.iter().zip(items.iter().skip(1));
                let named = pairs.filter(|(flag, _)| flag.as_str() == Some("--cluster-name"));
                search.named.extend(named.map(|(_, name)| name));
                items.iter().for_each(|item| self.search_block(from, item, search, depth + 1));
            }
            Data::Mapping(_, entries) => {
                for (key, entry) in entries.iter() {
                    if matches!(&**key, "host" | "config_context" | "server_addr") && entry.is_unknown() {
                        search.unknown.get_or_insert_with(|| self.unknown(from, entry));
                    }
                    if &**key == "config_context" {
                        search.named.push(entry);
                    }
                    self.search_block(from, entry, search, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// What a `provider` block says of its cluster.
#[derive(Default)]
struct Search<'v> {
    declared: Vec<ResourceIndex>,
    read: Vec<ResourceIndex>,
    /// Values that are a cluster's name, or hold it.
    named: Vec<&'v Value>,
    /// Why the address is unknown.
    unknown: Option<String>,
}

/// The name of a cluster: itself, or the end of an ARN.
fn cluster_name(written: &str) -> Option<String> {
    let name = written.split_once(":cluster/").map_or(written, |(_, name)| name);
    (!name.is_empty()).then(|| name.to_owned())
}
