//! Where traffic goes on to: Ingress, the Gateway API, what the API server calls.

use super::selector::Selector;
use super::{Group, Links, Target, Wanted, at, elements, written};
use crate::evaluate::{Path, Value};
use crate::graph::{Relation, ResourceIndex};

/// The group of the Gateway API.
const GATEWAY: &str = "gateway.networking.k8s.io";

/// Backends of a route.
const BACKEND: Target<'static> =
    Target { kind: "Service", group: Group::Named(""), crosses: true, cluster: false };

/// What a route is attached to.
const PARENT: Target<'static> =
    Target { kind: "Gateway", group: Group::Named(GATEWAY), crosses: true, cluster: false };

/// A Secret or ConfigMap that a gateway reads.
const CERTIFICATE: Target<'static> =
    Target { kind: "Secret", group: Group::Named(""), crosses: true, cluster: false };

/// A Service that the API server calls.
const CALLED: Target<'static> = Target { kind: "Service", group: Group::Core, crosses: true, cluster: false };

impl Links<'_, '_> {
    pub(super) fn ingress(&mut self, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        self.of_cluster(Relation::Uses, "IngressClass", spec, &base, &["ingressClassName"]);
        for keys in [&["defaultBackend", "service", "name"][..], &["backend", "serviceName"]] {
            self.named(Relation::Routes, "Service", spec, &base, keys);
        }
        for (tls, path) in elements(spec, &base, "tls") {
            self.named(Relation::Uses, "Secret", tls, &path, &["secretName"]);
        }
        for (rule, path) in elements(spec, &base, "rules") {
            let Some(http) = rule.get("http") else { continue };
            for (route, path) in elements(http, &path.join(&["http"]), "paths") {
                for keys in [&["backend", "service", "name"][..], &["backend", "serviceName"]] {
                    self.named(Relation::Routes, "Service", route, &path, keys);
                }
            }
        }
    }

    /// A Service that is another name for a Service of another namespace.
    pub(super) fn external_name(&mut self, spec: &Value) {
        let Some(host) = spec.get("externalName").and_then(Value::as_str) else { return };
        self.host(host, Relation::Routes, || Path::default().join(&["spec", "externalName"]));
    }

    /// Links to the Service that a host name of the cluster means. Names of hosts outside are none of ours.
    pub(super) fn host(&mut self, host: &str, relation: Relation, via: impl Fn() -> Path) {
        let inside = host.strip_suffix(".svc.cluster.local").or_else(|| host.strip_suffix(".svc"));
        let (name, namespace) = match inside.unwrap_or(host).split_once('.') {
            Some((name, namespace)) => (name, namespace),
            None => (host, self.own_namespace()),
        };
        let wanted = Wanted { relation, kind: "Service", namespace: Some(namespace) };
        let found = self.to(wanted, name, &via);
        if !found && (inside.is_some() || !host.contains('.')) {
            self.unresolved(relation, via(), super::missing("Service", Some(namespace), name));
        }
    }

    pub(super) fn api_service(&mut self, spec: &Value) {
        if let Some(service) = spec.get("service") {
            let base = Path::default().join(&["spec", "service"]);
            self.referred(Relation::Routes, service, &base, CALLED);
        }
    }

    pub(super) fn webhooks(&mut self) {
        for (webhook, path) in elements(&self.object.attributes, &Path::default(), "webhooks") {
            let keys = &["clientConfig", "service"];
            if let Some(service) = at(webhook, keys) {
                self.referred(Relation::Routes, service, &path.join(keys), CALLED);
            }
        }
    }

    /// The webhook that converts objects of a custom kind.
    pub(super) fn conversion(&mut self, spec: &Value) {
        let keys = &["conversion", "webhook", "clientConfig", "service"];
        if let Some(service) = at(spec, keys) {
            let base = Path::default().join(&["spec"]).join(keys);
            self.referred(Relation::Routes, service, &base, CALLED);
        }
    }

    /// Gateways and the routes attached to them.
    pub(super) fn gateway_api(&mut self, kind: &str, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        if kind == "Gateway" {
            let class = "GatewayClass.gateway.networking.k8s.io";
            self.of_cluster(Relation::Uses, class, spec, &base, &["gatewayClassName"]);
            for (listener, path) in elements(spec, &base, "listeners") {
                let Some(tls) = listener.get("tls") else { continue };
                for (certificate, path) in elements(tls, &path.join(&["tls"]), "certificateRefs") {
                    self.granted(Relation::Uses, certificate, &path, CERTIFICATE);
                }
            }
            return;
        }
        if !kind.ends_with("Route") {
            return;
        }
        for (parent, path) in elements(spec, &base, "parentRefs") {
            self.parent(parent, &path);
        }
        for (rule, path) in elements(spec, &base, "rules") {
            for (backend, path) in elements(rule, &path, "backendRefs") {
                self.granted(Relation::Routes, backend, &path, BACKEND);
            }
            for (filter, path) in elements(rule, &path, "filters") {
                let keys = &["requestMirror", "backendRef"];
                if let Some(backend) = at(filter, keys) {
                    self.granted(Relation::Routes, backend, &path.join(keys), BACKEND);
                }
            }
        }
    }

    /// A gateway takes routes of its own namespace, and of others where a listener says so.
    fn parent(&mut self, parent: &Value, base: &Path) {
        let Some((Some(namespace), kind)) = self.target(parent, PARENT) else {
            return self.referred(Relation::Attaches, parent, base, PARENT);
        };
        let own = self.own_namespace();
        let name = parent.get("name").and_then(Value::as_str);
        let linker = self.linker;
        let gateways =
            name.map(|name| linker.objects.named(&self.object.root, &kind, Some(&namespace), name));
        if &*namespace == own || &*kind != "Gateway.gateway.networking.k8s.io" {
            return self.referred(Relation::Attaches, parent, base, PARENT);
        }
        match gateways.unwrap_or_default() {
            [] => self.referred(Relation::Attaches, parent, base, PARENT),
            gateways if gateways.iter().any(|gateway| self.takes(*gateway, own) == Some(true)) => {
                self.referred(Relation::Attaches, parent, base, PARENT);
            }
            gateways => {
                let refused = gateways.iter().all(|gateway| self.takes(*gateway, own) == Some(false));
                let reason = match refused {
                    true => format!("no listener of the gateway takes routes of namespace {own}"),
                    false => format!("whether the gateway takes routes of namespace {own} is unknown"),
                };
                self.unresolved(Relation::Attaches, base.join(&["name"]), reason);
            }
        }
    }

    /// Whether a listener of the gateway takes routes of another namespace.
    fn takes(&self, gateway: ResourceIndex, namespace: &str) -> Option<bool> {
        let gateway = self.linker.objects.get(gateway)?;
        let listeners = at(&gateway.attributes, &["spec", "listeners"])?;
        let mut taken = Some(false);
        for listener in listeners.items()? {
            let from = at(listener, &["allowedRoutes", "namespaces", "from"]);
            let takes = match from {
                Some(from) if from.is_unknown() => None,
                from => match from.and_then(Value::as_str) {
                    Some("All") => Some(true),
                    Some("Selector") => {
                        let selector = at(listener, &["allowedRoutes", "namespaces", "selector"]);
                        let selector = selector.map(Selector::of_expressions);
                        selector.and_then(Result::ok).and_then(|chosen| self.is_chosen(namespace, &chosen))
                    }
                    _ => Some(false),
                },
            };
            match takes {
                Some(true) => return Some(true),
                Some(false) => {}
                None => taken = None,
            }
        }
        taken
    }

    /// As [`Links::referred`]; into another namespace only where that allows it.
    fn granted(&mut self, relation: Relation, reference: &Value, base: &Path, target: Target<'_>) {
        if let Some((Some(namespace), kind)) = self.target(reference, target)
            && &*namespace != self.own_namespace()
            && !self.is_granted(&namespace, &kind, reference.get("name").and_then(Value::as_str))
        {
            let reason = format!("no ReferenceGrant of namespace {namespace} allows it");
            return self.unresolved(relation, base.join(&["name"]), reason);
        }
        self.referred(relation, reference, base, target);
    }

    /// Whether a ReferenceGrant lets the object refer to one of another namespace.
    fn is_granted(&self, namespace: &str, kind: &str, name: Option<&str>) -> bool {
        let objects = self.linker.objects;
        let grants = objects.of_kind(&self.object.root, "ReferenceGrant.gateway.networking.k8s.io");
        let own_kind = self.object.kind.split_once('.').map_or(&*self.object.kind, |(kind, _)| kind);
        let from = |entry: &Value| {
            let is = |key: &str, text: &str| written(entry, key) == Some(Some(text));
            is("kind", own_kind) && is("group", GATEWAY) && is("namespace", self.own_namespace())
        };
        let to = |entry: &Value| {
            let group = written(entry, "group").flatten().unwrap_or_default();
            let meant = written(entry, "kind").flatten().unwrap_or_default();
            let named = written(entry, "name").flatten();
            &*crate::graph::resource::kubernetes_kind(&format!("{group}/"), meant) == kind
                && named.is_none_or(|only| Some(only) == name)
        };
        grants.iter().filter(|grant| objects.namespace(**grant) == namespace).any(|grant| {
            let spec = objects.get(*grant).and_then(|grant| grant.attributes.get("spec"));
            let listed = |key: &str| spec.and_then(|spec| spec.get(key)?.items()).unwrap_or_default();
            listed("from").iter().any(from) && listed("to").iter().any(to)
        })
    }
}
