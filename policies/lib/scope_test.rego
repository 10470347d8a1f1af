package lib.scope_test

import data.lib.cluster
import data.lib.scope

test_pending if {
	every name in ["{{ .Priority }}", "${PRIORITY}", "$PRIORITY", "<priority>", "%PRIORITY%"] {
		scope.is_pending(name)
	}
	every name in ["high", "system:node", "a.b-c"] {
		not scope.is_pending(name)
	}
}

test_charts_applications_and_operators_open_a_scope if {
	every kind in ["helm_release", "HelmRelease.helm.toolkit.fluxcd.io", "Application.argoproj.io", "Subscription.operators.coreos.com"] {
		document := cluster.document([cluster.made(kind, "shop", {})], [])
		scope.is_open("app") with input as document
	}
	closed := cluster.document([cluster.made("Deployment", "cart", {})], [])
	not scope.is_open("app") with input as closed
}

operated(kind, group, namespace) if {
	document := cluster.document([cluster.made(kind, "shop", {"apiVersion": group, "metadata": {"namespace": namespace}})], [])
	scope.is_operated("app", "shop") with input as document
}

test_controllers_may_make_pods if {
	operated("Prometheus.monitoring.coreos.com", "monitoring.coreos.com/v1", "shop")
	operated("Kafka.strimzi.io", "kafka.strimzi.io/v1", "")
	not operated("Kafka.strimzi.io", "kafka.strimzi.io/v1", "bank")
	definition := cluster.document([cluster.made("CustomResourceDefinition", "x", {"spec": {"group": "longhorn.io"}})], [])
	scope.is_operated("app", "shop") with input as definition
	passive := cluster.document([cluster.made("CustomResourceDefinition", "x", {"spec": {"group": "cert-manager.io"}})], [])
	not scope.is_operated("app", "shop") with input as passive
	not operated("ServiceMonitor.monitoring.coreos.com", "monitoring.coreos.com/v1", "shop")
	not operated("Certificate.cert-manager.io", "cert-manager.io/v1", "shop")
	not operated("Deployment", "apps/v1", "shop")
}

test_what_has_a_pod_template_is_seen_to_make_pods if {
	document := cluster.document([object.union(cluster.running("Task.example.com", "x", {"app": "x"}, {}), {"apiVersion": "example.com/v1"})], [])
	not scope.is_operated("app", "shop") with input as document
	scope.may_be_made("app", "shop") with input as document
}

nameless(given) := needs if {
	document := cluster.document([given], [])
	needs := scope.nameless("app", "Service") with input as document
}

test_objects_without_a_known_name if {
	every path in [["metadata"], ["metadata", "name"], ["metadata", "namespace"], []] {
		nameless(cluster.made("Service", "cart", {"unknown": [path]})) == [{"resource": "Service/cart", "path": path}]
	}
	nameless(cluster.made("Service", "cart", {"unknown": [["spec"]]})) == []
	nameless(cluster.made("Secret", "cart", {"unknown": [["metadata"]]})) == []
	nameless(cluster.made("kubernetes_manifest", "x", {"unknown": [["manifest"]]})) == [{"resource": "kubernetes_manifest/x", "path": ["manifest"]}]
}

test_names_of_all_scopes if {
	document := cluster.document([cluster.made("Service", "cart", {"root": "b", "unknown": [["metadata"]]})], [])
	found := scope.nameless("*", "Service") with input as document
	count(found) == 1
	own := scope.nameless("a", "Service") with input as document
	count(own) == 0
}

test_what_it_is_linked_to_is_not_known if {
	document := cluster.document([cluster.made("Service", "cart", {"unknown": [["spec", "selector", "app"]]})], [])
	unaimed := scope.unaimed("app", "Service") with input as document
	unaimed == [{"resource": "Service/cart", "path": ["spec", "selector", "app"]}]
	others := scope.unaimed("app", "NetworkPolicy") with input as document
	others == []
}

unnamed(autoscaler, unknown) := needs if {
	made := object.union(cluster.made("HorizontalPodAutoscaler", "scaler", {"spec": {"scaleTargetRef": {"name": "cart"}}}), autoscaler)
	document := cluster.document([made, cluster.made("Deployment", "cart", {"unknown": unknown})], [])
	deployment := document.resources.Deployment[0]
	needs := scope.unnamed_by(deployment, "HorizontalPodAutoscaler") with input as document
}

test_what_leaves_open_whether_it_is_named if {
	unnamed({}, []) == []
	unnamed({"unknown": [["metadata", "namespace"]]}, []) == [{"resource": "HorizontalPodAutoscaler/scaler", "path": ["metadata", "namespace"]}]
	unnamed({}, [["metadata", "namespace"]]) == [{"resource": "Deployment/cart", "path": ["metadata", "namespace"]}]
	unnamed({"unknown": [["spec", "scaleTargetRef"]]}, [["spec"]]) == [{"resource": "HorizontalPodAutoscaler/scaler", "path": ["spec", "scaleTargetRef"]}]
	unnamed({}, [["metadata", "name"]]) == [{"resource": "Deployment/cart", "path": ["metadata", "name"]}]
	other := {"spec": {"scaleTargetRef": {"name": "shop"}}, "unknown": [["metadata", "namespace"]]}
	unnamed(other, [["metadata", "namespace"]]) == []
}

test_unknown_above_and_below if {
	resource := {"id": "r", "unknown": [["spec"], ["spec", "ports", 0, "port"], ["metadata"]]}
	found := scope.unknown(resource, ["spec", "ports"])
	[need.path | some need in found] == [["spec"], ["spec", "ports", 0, "port"]]
}

test_objects_by_name if {
	document := cluster.document(
		[
			cluster.made("Service", "cart", {}),
			cluster.made("Service", "cart", {"metadata": {"namespace": ""}}),
			cluster.made("Service", "pay", {"root": "bank"}),
		],
		[],
	)
	index := scope.by_name("Service") with input as document
	scope.elsewhere(index, "app", "cart") == {"*", "shop"}
	scope.elsewhere(index, "app", "pay") == set()
	scope.in_other_scope(index, "app", "pay")
	not scope.in_other_scope(index, "app", "cart")
}

test_mistaken_namespaces if {
	scope.is_mistaken({"namespace": "shop"}, {"bank"})
	not scope.is_mistaken({"namespace": "shop"}, {"bank", "*"})
	not scope.is_mistaken({"namespace": "shop"}, set())
	not scope.is_mistaken({}, {"bank"})
	scope.listed({"a", "b"}) == `"a", "b"`
}

test_a_scope_is_open_of_which_a_part_is_elsewhere if {
	scope.is_open("overlays/prod") with input as {"resources": {}, "partial_scopes": ["overlays/prod"]}
	not scope.is_open("overlays/dev") with input as {"resources": {}, "partial_scopes": ["overlays/prod"]}
}
