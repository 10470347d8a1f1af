package lib.command_line_test

import data.lib.command_line

found(arguments) := [[one.at, one.what] | some one in command_line.credentials(arguments)]

test_commands_of_a_container if {
	probe := {"exec": {"command": ["b"]}}
	command_line.of_container({"args": ["a"], "livenessProbe": probe, "lifecycle": {"preStop": probe}}) == [
		{"path": ["args"], "arguments": ["a"]},
		{"path": ["lifecycle", "preStop", "exec", "command"], "arguments": ["b"]},
		{"path": ["livenessProbe", "exec", "command"], "arguments": ["b"]},
	]
	command_line.of_container({}) == []
}

test_flags if {
	found(["--user", "app", "--password", "hunter-22"]) == [[3, `the value of "--password"`]]
	found(["--db-password=hunter-22"]) == [[0, `the value of "--db-password"`]]
	found(["--password='hunter-22'"]) == [[0, `the value of "--password"`]]
	found(["-requirepass", "hunter-22"]) == [[1, `the value of "-requirepass"`]]
	found(["--token=b8Kq2Zr7Lw9Xv4Tn6Ypd"]) == [[0, `the value of "--token"`]]
}

test_scripts if {
	found(["client_secret=hunter-22"]) == [[0, `the value of "client_secret"`]]
	found(["password=db-password"]) == [[0, `the value of "password"`]]
	found(["sh", "-c", "export DB_PASSWORD=hunter-22; exec app --api-key abc-def-1 --port 80"]) == [[2, `the value of "DB_PASSWORD"`], [2, `the value of "--api-key"`]]
	found(["sh", "-c", "psql postgres://app:hunter-22@db/app"]) == [[2, "a credential"]]
}

test_programs if {
	found(["mysqladmin", "ping", "-phunter-22"]) == [[2, "the password of mysqladmin"]]
	found(["/usr/bin/redis-cli", "-a", "hunter-22", "ping"]) == [[2, "the password of redis-cli"]]
	found(["app", "-phunter-22", "-a", "hunter-22"]) == []
	found(["mysql", "-p"]) == []
	found(["redis-cli", "-a", "$(PASSWORD)"]) == []
}

test_silent if {
	found(["--password", "--verbose"]) == []
	found(["--password"]) == []
	found(["--password", "", "verbose"]) == []
	found(["redis-cli", "-a", 1, "ping"]) == []
	found(["--password=$(PASSWORD)", "--password-file=/run/password", "--tls-secret=shop-tls", "--no-password=true"]) == []
	found(["--initial-cluster-token=etcd-cluster"]) == []
	found(["sh", "-c", "client_secret=oauth2-proxy-client-secret; kubectl get secret $client_secret"]) == []
	found(["--cookie-secret=SECRET", "--token", "TOKEN"]) == []
	found([1, ""]) == []
	found([concat(" ", array.concat(["a" | some _ in numbers.range(1, 500)], ["--password=hunter-22"]))]) == []
}
