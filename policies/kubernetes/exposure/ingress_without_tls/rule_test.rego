package policy.kubernetes.exposure.ingress_without_tls_test

import data.policy.kubernetes.exposure.ingress_without_tls

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


at(spec, annotations) := {
	"exposures": [exposed("i", "Ingress", {})],
	"resources": {"Ingress": [{"id": "i", "unknown": [["metadata", "annotations", "x"], ["spec", "y"]], "attributes": {"metadata": {"annotations": annotations}, "spec": spec}}]},
}

test_no_certificate_is_denied if {
	given := at({}, {"nginx.ingress.kubernetes.io/rewrite-target": "/"})
	some denied in ingress_without_tls.deny with input as given
	denied.path == ["spec", "tls"]
	denied.needs == [{"resource": "i", "path": ["metadata", "annotations", "x"]}]
}

test_certificates_pass if {
	every case in [
		at({"tls": [{"secretName": "x"}]}, {}),
		at({}, {"alb.ingress.kubernetes.io/certificate-arn": "arn"}),
		at({}, {"networking.gke.io/managed-certificates": "x"}),
		at({}, {"alb.ingress.kubernetes.io/listen-ports": `[{"HTTPS": 443}]`}),
	] {
		found := ingress_without_tls.deny with input as case
		count(found) == 0
	}
}
