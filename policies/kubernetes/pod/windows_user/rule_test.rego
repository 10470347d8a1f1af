package policy.kubernetes.pod.windows_user_test

import data.lib.cluster
import data.policy.kubernetes.pod.windows_user as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"os": {"name": "windows"}}) == {"Container \"web\" runs as the user that its image names: runAsUserName is not set"}
	found({"containers": [{"name": "web", "securityContext": {"windowsOptions": {"runAsUserName": "ContainerAdministrator"}}}], "os": {"name": "windows"}}) == {"Container \"web\" runs as administrator: runAsUserName is ContainerAdministrator"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"windowsOptions": {"runAsUserName": "ContainerUser"}}}], "os": {"name": "windows"}}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"windowsOptions": {"runAsUserName": "ContainerUser"}}, "os": {"name": "windows"}}) == set()
}
