package policy.kubernetes.pod.sudo_test

import data.lib.cluster
import data.policy.kubernetes.pod.sudo as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "command": ["sudo", "nginx"]}]}) == {"Container \"web\" is started with sudo"}
	found({"containers": [{"name": "web", "command": ["sh", "-c"], "args": ["cd / && sudo -E nginx"]}]}) == {"Container \"web\" is started with sudo"}
}

test_denies_where_a_command_begins if {
	every text in ["sudo -E nginx", "cd /; sudo nginx", "true||/usr/bin/sudo nginx", "if true; then sudo x; fi", "a\nsudo b", "exec sudo nginx"] {
		count(found({"containers": [{"name": "web", "command": ["sh", "-c", text]}]})) == 1
	}
}

test_allows_what_runs_on_the_node if {
	found({"containers": [{"name": "web", "command": ["nsenter", "--mount=/proc/1/ns/mnt", "--", "bash", "-c", "sudo apt-get update"]}]}) == set()
	found({"containers": [{"name": "web", "command": ["sh", "-c", "chroot /host sudo apt-get update"]}]}) == set()
}

test_allows if {
	found({"containers": [{"name": "web", "args": ["apt-get install -y sudo curl"]}]}) == set()
	found({}) == set()
	found({"containers": [{"name": "web", "command": ["pseudo", "nginx"]}]}) == set()
	found({"containers": [{"name": "web", "args": ["--no-sudoers"]}]}) == set()
}
