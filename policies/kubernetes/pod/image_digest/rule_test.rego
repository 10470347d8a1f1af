package policy.kubernetes.pod.image_digest_test

import data.lib.cluster
import data.policy.kubernetes.pod.image_digest as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "nginx:1.27.3"}]}) == {"Container \"web\" runs image \"nginx:1.27.3\", which has no digest"}
	found({"containers": [{"name": "web", "image": "nginx@sha256:abc"}]}) == {"Container \"web\" runs an image whose digest is no digest: sha256:abc"}
}

test_denies_a_digest_of_another_length if {
	found({"containers": [{"name": "web", "image": "nginx@blake3:1f"}]}) == {"Container \"web\" runs an image whose digest is no digest: blake3:1f"}
}

test_allows if {
	found({"containers": [{"name": "web", "image": "nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx:1@sha512:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx@sha3:1f"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx:$(TAG)"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx@{{ .digest }}"}]}) == set()
	found({"containers": [{"name": "web", "image": ""}]}) == set()
	found({"containers": [{"name": "web"}]}) == set()
}
