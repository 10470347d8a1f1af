package lib.pods_test

import data.lib.cluster
import data.lib.pods
import data.lib.scope

cart := cluster.running("Deployment", "cart", {"app": "cart", "tier": "web"}, {})

debug := cluster.made("Pod", "debug", {"metadata": {"labels": {"app": "cart"}, "namespace": ""}, "spec": {"containers": []}})

service := cluster.made("Service", "shop", {})

document := cluster.document([cart, debug, service], [["Service/shop", ["spec", "selector"], "Deployment/cart"]])

resource := document.resources.Service[0]

workload := document.workloads[0]

test_workloads_of_a_resource if {
	given := document
	found := pods.of("Deployment/cart") with input as given
	[each.id | some each in found] == ["Deployment/cart"]
	none := pods.of("Deployment/pay") with input as given
	none == []
	title := pods.title(workload) with input as given
	title == `Deployment "cart"`
}

test_links_both_ways if {
	given := document
	shop := resource
	selected := pods.selected(shop, ["spec", "selector"]) with input as given
	[each.id | some each in selected] == ["Deployment/cart"]
	pods.any_linked(shop, ["spec", "selector"])
	not pods.any_linked(shop, ["spec", "other"])
	own := workload
	referrers := pods.referrers_via(own, "Service", ["spec", "selector"]) with input as given
	[each.id | some each in referrers] == ["Service/shop"]
}

test_places_of_labels if {
	given := document
	both := pods.places_with("app", {"app": "cart"}) with input as given
	both == {"*", "shop"}
	one := pods.places_with("app", {"app": "cart", "tier": "web"}) with input as given
	one == {"shop"}
	scopes := pods.places_with("*", {"tier": "web"}) with input as given
	scopes == {"app"}
	none := pods.places_with("app", {}) with input as given
	none == set()
	pods.labels_of({"matchLabels": {"a": "b"}}) == {"a": "b"}
	pods.labels_of({"matchLabels": {"a": "b"}, "matchExpressions": [{}]}) == {}
}

test_ports if {
	with_port := {"containers": [{"spec": {"ports": [{"name": "http"}]}}]}
	pods.may_have_port(with_port, "http")
	not pods.may_have_port(with_port, "web")
	pods.may_have_port({"containers": [{"spec": {"image": "auto"}}]}, "web")
}

test_unclear_ports if {
	base := ["spec", "template", "spec", "containers"]
	paths := [["spec"], array.concat(base, [0]), array.concat(base, [0, "ports", 0, "name"]), array.concat(base, [0, "env"]), array.concat(base, [0, "image"])]
	given := cluster.document([object.union(cart, {"unknown": paths})], [])
	own := given.workloads[0]
	found := pods.unclear_ports(own) with input as given
	count(found) == 4
}

absence(objects, name) := text if {
	given := cluster.document(array.concat([service], objects), [])
	shop := given.resources.Service[0]
	index := scope.by_name("Deployment") with input as given
	doubt := scope.nameless("*", "Deployment") with input as given
	text := pods.absence(shop, index, name, doubt) with input as given
}

test_absence if {
	elsewhere := object.union(cart, {"metadata": {"namespace": "bank"}})
	absence([elsewhere], "cart") == `it is in namespace "bank"`
	contains(absence([cart], "pay"), "there are other pods of that namespace")
	unclear := object.union(elsewhere, {"unknown": [["metadata", "name"]]})
	contains(absence([unclear], "pay"), "a name that is not known")
	not absence([], "pay")
	not absence([cart, object.union(cluster.running("Deployment", "pay", {}, {}), {"root": "other"})], "pay")
	not absence([cart, cluster.made("helm_release", "x", {})], "pay")
	not absence([cart, cluster.made("Kafka.strimzi.io", "x", {"apiVersion": "kafka.strimzi.io/v1"})], "pay")
}

test_absence_rests_on_the_namespace_and_on_pods_that_may_be_there if {
	unclear := object.union(cart, {"unknown": [["metadata", "namespace"]], "metadata": {"namespace": ""}})
	given := cluster.document([object.union(service, {"unknown": [["metadata"]]}), unclear], [])
	shop := given.resources.Service[0]
	found := pods.absence_needs(shop) with input as given
	{need.resource | some need in found} == {"Service/shop", "Deployment/cart"}
}

no_pods(objects, labels) := text if {
	given := cluster.document(array.concat([service], objects), [])
	shop := given.resources.Service[0]
	text := pods.no_pods(shop, {"shop"}, labels) with input as given
}

test_no_pods if {
	no_pods([cluster.running("Deployment", "shop", {"a": "b"}, {})], {"app": "x"}) == `Deployment "shop" has other labels`
	no_pods([cart], {"app.kubernetes.io/name": "cart"}) == `Deployment "cart" has other labels`
	other := cluster.running("Deployment", "frontend", {"name": "web", "of": "cart"}, {})
	no_pods([other], {"app": "web", "part": "cart"}) == `Deployment "frontend" has other labels`
	no_pods([object.union(cart, {"metadata": {"namespace": "bank"}})], {"app": "cart"}) == `there are some in namespace "bank"`
	unclear := object.union(other, {"unknown": [["spec", "template", "metadata", "labels"]]})
	no_pods([unclear], {"app": "x"}) == "a workload has other labels"
	not no_pods([other], {"app": "x"})
	not no_pods([cart, cluster.made("helm_release", "x", {})], {"name": "cart"})
	not no_pods([cart, cluster.made("Kafka.strimzi.io", "x", {"apiVersion": "kafka.strimzi.io/v1"})], {"name": "cart"})
	not no_pods([cart, object.union(cluster.running("Deployment", "pay", {"name": "cart"}, {}), {"root": "other"})], {"name": "cart"})
}

doubt(path) := needs if {
	given := cluster.document([object.union(cart, {"unknown": [path]})], [])
	needs := pods.doubt("app") with input as given
}

test_unclear_labels if {
	every path in [["spec"], ["spec", "template", "metadata", "labels", "app"], ["metadata", "namespace"], ["spec", "template"]] {
		count(doubt(path)) == 1
	}
	doubt(["spec", "template", "spec"]) == [{"resource": "Deployment/cart", "path": ["spec", "template", "spec"]}]
	doubt(["spec", "replicas"]) == []
	doubt(["spec", "template", "spec", "containers"]) == []
}

# What leaves open whether a budget selects the pods of "cart", linked to it or not.
about(chosen, unknown, links) := needs if {
	budget := cluster.made("PodDisruptionBudget", "cart", {"spec": {"selector": chosen}})
	given := cluster.document([object.union(cart, {"unknown": unknown}), budget], links)
	needs := pods.doubt_about(given.resources.PodDisruptionBudget[0], chosen) with input as given
}

test_doubt_about_a_selector if {
	link := [["PodDisruptionBudget/cart", ["spec", "selector"], "Deployment/cart"]]
	namespace := ["metadata", "namespace"]
	every chosen in [{"matchLabels": {"app": "cart"}}, {"matchExpressions": [{"key": "app", "operator": "Exists"}]}, {}] {
		about(chosen, [namespace], []) == [{"resource": "Deployment/cart", "path": namespace}]
		about(chosen, [namespace], link) == []
		about(chosen, [], []) == []
	}
	about({"matchLabels": {"app": "pay"}}, [namespace], []) == []
	labels := ["spec", "template", "metadata", "labels"]
	about({"matchLabels": {"app": "pay"}}, [labels], []) == [{"resource": "Deployment/cart", "path": labels}]
}

test_objects_out_of_a_chart if {
	labelled := {labels |
		some labels in [{"helm.sh/chart": "web-1.0.0"}, {"app.kubernetes.io/managed-by": "Helm"}, {"app.kubernetes.io/managed-by": "kustomize"}, {}]
		pods.is_rendered({"attributes": {"metadata": {"labels": labels}}})
	}
	labelled == {{"helm.sh/chart": "web-1.0.0"}, {"app.kubernetes.io/managed-by": "Helm"}}
}
