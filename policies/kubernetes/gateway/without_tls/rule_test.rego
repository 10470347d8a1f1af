package policy.kubernetes.gateway.without_tls_test

import data.policy.kubernetes.gateway.without_tls as rule

found(listeners) := {violation.path | some violation in violations} if {
	gateway := {"id": "g", "unknown": [], "attributes": {"spec": {"listeners": listeners}}}
	violations := rule.deny with input.resources["Gateway.gateway.networking.k8s.io"] as [gateway]
}

of_istio(servers) := {violation.path | some violation in violations} if {
	gateway := {"id": "g", "unknown": [], "attributes": {"spec": {"servers": servers}}}
	violations := rule.deny with input.resources["Gateway.networking.istio.io"] as [gateway]
}

test_denies if {
	found([{"protocol": "HTTP"}, {"protocol": "HTTP"}]) == {["spec", "listeners", 0, "protocol"]}
	of_istio([{"port": {"protocol": "HTTP2"}}]) == {["spec", "servers", 0, "port", "protocol"]}
}

test_allows if {
	found([{"protocol": "HTTP"}, {"protocol": "HTTPS"}]) == set()
	found([{"protocol": "TLS"}]) == set()
	found([{"protocol": "HBONE"}]) == set()
	found([]) == set()
	of_istio([{"port": {"protocol": "HTTP"}}, {"port": {"protocol": "HTTPS"}}]) == set()
	of_istio([{"port": {"protocol": "TCP"}}]) == set()
}
