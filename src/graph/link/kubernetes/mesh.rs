//! Routes of Istio, Traefik and OpenShift.

use super::selector::{PODS, Selector};
use super::{Group, Links, Target, Wanted, at, elements};
use crate::evaluate::{Data, Path, Value};
use crate::graph::Relation;

impl Links<'_, '_> {
    pub(super) fn istio(&mut self, kind: &str, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        match kind {
            "VirtualService" => self.virtual_service(spec, &base),
            "DestinationRule" => self.destination(spec, &base),
            "Gateway" => self.istio_gateway(spec, &base),
            "Sidecar" => self.labels(at(spec, &["workloadSelector", "labels"]), || {
                base.join(&["workloadSelector", "labels"])
            }),
            _ => self
                .labels(at(spec, &["selector", "matchLabels"]), || base.join(&["selector", "matchLabels"])),
        }
    }

    /// The pods of the own namespace that have some labels.
    fn labels(&mut self, labels: Option<&Value>, via: impl Fn() -> Path) {
        let Some(labels) = labels.filter(|labels| !matches!(labels.data, Data::Null)) else { return };
        let namespace = self.own_namespace();
        let selector = Selector::of_labels(labels);
        self.select(self.linker.pods, PODS, namespace, selector, Relation::Selects, &via());
    }

    /// Unless told otherwise, a gateway is looked for in every namespace.
    fn istio_gateway(&mut self, spec: &Value, base: &Path) {
        let linker = self.linker;
        if let Some(selector) = spec.get("selector") {
            let via = base.join(&["selector"]);
            for namespace in linker.pods.namespaces(&self.object.root, PODS) {
                let selector = Selector::of_labels(selector);
                if !selector.as_ref().is_ok_and(Selector::is_empty) {
                    self.select(linker.pods, PODS, namespace, selector, Relation::Selects, &via);
                }
            }
        }
        for (server, path) in elements(spec, base, "servers") {
            let keys = &["tls", "credentialName"];
            if let Some(name) = at(server, keys).and_then(Value::as_str) {
                // The Secret lies beside the pods of the gateway, wherever those are.
                let namespace = Some(self.own_namespace());
                let wanted = Wanted { relation: Relation::Uses, kind: "Secret", namespace };
                self.to(wanted, name, || path.join(keys));
            }
        }
    }

    fn virtual_service(&mut self, spec: &Value, base: &Path) {
        for (gateway, path) in elements(spec, base, "gateways") {
            let Some(text) = gateway.as_str().filter(|text| *text != "mesh") else { continue };
            let (namespace, name) = text.split_once('/').unwrap_or((self.own_namespace(), text));
            let kind = "Gateway.networking.istio.io";
            let wanted = Wanted { relation: Relation::Attaches, kind, namespace: Some(namespace) };
            if !self.to(wanted, name, || path.clone()) {
                let reason = super::missing(kind, Some(namespace), name);
                self.unresolved(Relation::Attaches, path, reason);
            }
        }
        for list in ["http", "tcp", "tls"] {
            for (rule, path) in elements(spec, base, list) {
                for (route, path) in elements(rule, &path, "route") {
                    if let Some(destination) = route.get("destination") {
                        self.destination(destination, &path.join(&["destination"]));
                    }
                }
                if let Some(mirror) = rule.get("mirror") {
                    self.destination(mirror, &path.join(&["mirror"]));
                }
            }
        }
    }

    fn destination(&mut self, destination: &Value, base: &Path) {
        let via = || base.join(&["host"]);
        let Some(host) = destination.get("host") else { return };
        match &host.data {
            Data::String(host) => self.host(host, Relation::Routes, via),
            Data::Unknown(unknown) => {
                let reason = format!("the host is unknown: {}", unknown.reason);
                self.unresolved(Relation::Routes, via(), reason);
            }
            _ => {}
        }
    }

    pub(super) fn traefik(&mut self, kind: &str, group: &str, spec: &Value) {
        if !kind.starts_with("IngressRoute") {
            return;
        }
        let base = Path::default().join(&["spec"]);
        let version = format!("{group}/");
        let middleware =
            Target { kind: "Middleware", group: Group::Named(group), crosses: true, cluster: false };
        let service = Target { kind: "Service", group: Group::Core, crosses: true, cluster: false };
        for (route, path) in elements(spec, &base, "routes") {
            for (backend, path) in elements(route, &path, "services") {
                // A TraefikService lies in Traefik's own group, a Service in the core one.
                let kind = backend.get("kind").and_then(Value::as_str).unwrap_or("Service");
                let target = match kind {
                    "Service" => service,
                    _ => Target { kind, group: Group::Version(&version), ..service },
                };
                self.referred(Relation::Routes, backend, &path, target);
            }
            for (used, path) in elements(route, &path, "middlewares") {
                self.referred(Relation::Uses, used, &path, middleware);
            }
        }
        self.named(Relation::Uses, "Secret", spec, &base, &["tls", "secretName"]);
    }

    pub(super) fn openshift_route(&mut self, spec: &Value) {
        let base = Path::default().join(&["spec"]);
        let target = Target { kind: "Service", group: Group::Core, crosses: false, cluster: false };
        if let Some(to) = spec.get("to") {
            self.referred(Relation::Routes, to, &base.join(&["to"]), target);
        }
        for (backend, path) in elements(spec, &base, "alternateBackends") {
            self.referred(Relation::Routes, backend, &path, target);
        }
    }
}
