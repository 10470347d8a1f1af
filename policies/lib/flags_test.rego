package lib.flags_test

import data.lib.flags

document(spec) := {
	"workloads": [{
		"id": "Pod/etcd",
		"kind": "Pod",
		"index": 0,
		"path": ["spec"],
		"pod_spec": {},
		"containers": [
			{"name": "etcd", "role": "container", "component": "etcd", "path": ["spec", "containers", 0], "spec": spec},
			{"name": "log", "role": "container", "path": ["spec", "containers", 1], "spec": {"command": ["tail", "--cert-file=log"]}},
		],
	}],
	"resources": {"Pod": [{
		"id": "Pod/etcd",
		"root": "app",
		"unknown": [["spec", "containers", 0, "args", 3], ["spec", "containers", 0, "image"], ["spec", "containers", 1, "args"]],
	}]},
}

at(field, index) := ["spec", "containers", 0, field, index]

# The program of a command line.
program(spec) := found if {
	list := flags.etcd with input as document(spec)
	count(list) == 1
	found := list[0]
}

started(arguments) := program({"command": array.concat(["etcd"], arguments)})

test_only_the_component_is_read if {
	list := flags.of("kube-apiserver") with input as document({"command": ["etcd"]})
	list == []
	started([]).id == "Pod/etcd"
	started([]).root == "app"
	started([]).component == "etcd"
}

test_values_in_all_forms if {
	flags.text(started(["--cert-file=/etc/a=b.crt"]), "cert-file") == "/etc/a=b.crt"
	flags.text(started(["--cert-file", "/etc/a.crt"]), "cert-file") == "/etc/a.crt"
	flags.text(started(["-cert-file=a"]), "cert-file") == "a"
	flags.text(started(["--cert_file=a"]), "cert-file") == "a"
	flags.text(started(["--cert-file=a", "--cert-file=b"]), "cert-file") == "b"
	flags.text(started(["--cert-file", "--key-file=b"]), "cert-file") == ""
	not flags.text(started(["--cert-file=$(FILE)"]), "cert-file")
	not flags.text(started(["--cert-file={{ file }}"]), "cert-file")
	not flags.text(started(["--trusted-cert-file=a", "cert-file=b"]), "cert-file")
}

test_a_shell_writes_all_in_one_text if {
	shell := program({"command": ["/bin/sh", "-c", "exec etcd \\\n\t--cert-file='/a b' --auto-tls=\"true\" 2>&1"], "args": [1]})
	flags.text(shell, "auto-tls") == "true"
	flags.place(shell, "auto-tls") == at("command", 2)
	flags.place(shell, "key-file") == ["spec", "containers", 0, "args"]
}

test_where_a_flag_stands if {
	given := program({"command": ["etcd"], "args": ["--cert-file=a"]})
	flags.place(given, "cert-file") == at("args", 0)
	flags.place(given, "key-file") == ["spec", "containers", 0, "args"]
	flags.place(started([]), "key-file") == ["spec", "containers", 0, "command"]
	flags.needs(given, "cert-file") == []
	[need.path | some need in flags.needs(given, "key-file")] == [["spec", "containers", 0, "command"], ["spec", "containers", 0, "args"], at("args", 3)]
}

test_etcd_reads_its_environment if {
	given := program({"command": ["etcd", "--key-file=b"], "env": [{"name": "ETCD_CERT_FILE", "value": "a"}, {"name": "ETCD_KEY_FILE", "value": "c"}, {"name": "TZ", "value": "UTC"}, {"name": "ETCD_NAME", "valueFrom": {}}]})
	flags.text(given, "cert-file") == "a"
	flags.text(given, "key-file") == "b"
	flags.place(given, "cert-file") == array.concat(at("env", 0), ["value"])
	not flags.text(given, "name")
	flags.last(given, "name")
}

test_switches if {
	flags.switch(started(["--auto-tls"]), "auto-tls", false) == true
	flags.switch(started(["--auto-tls", "false"]), "auto-tls", false) == true
	flags.switch(started(["--auto-tls=True"]), "auto-tls", false) == true
	flags.switch(started(["--auto-tls=0"]), "auto-tls", true) == false
	flags.switch(started([]), "auto-tls", true) == true
	flags.switch(started([]), "auto-tls", false) == false
	not known_switch(started(["--auto-tls=$(TLS)"]))
	not known_switch(started(["$FLAGS"]))
}

known_switch(given) if flags.switch(given, "auto-tls", true) in {true, false}

test_missing_flags if {
	flags.missing(started(["--cert-file=a"]), ["cert-file", "key-file"]) == ["key-file"]
	flags.missing(started(["--cert-file="]), ["cert-file"]) == ["cert-file"]
	flags.missing(started(["--cert-file=$(A)"]), ["cert-file"]) == []
	flags.missing(program({"command": ["sh", "-c", "exec etcd $@"]}), ["cert-file"]) == []
	flags.missing(program({"command": ["etcd"], "envFrom": [{"configMapRef": {"name": "etcd"}}]}), ["cert-file"]) == []
	flags.missing(started(["--config-file=/etc/etcd.yaml"]), ["cert-file"]) == []
	flags.missing(started(["--config-file", "/etc/etcd.yaml"]), ["cert-file"]) == []
}

test_lists if {
	given := started(["--cipher-suites=A, B", "--cipher-suites=C"])
	flags.holds(given, "cipher-suites", "B")
	flags.holds(given, "cipher-suites", "C")
	flags.lacks(given, "cipher-suites", "D")
	not flags.lacks(given, "cipher-suites", "A")
	flags.lacks(started([]), "cipher-suites", "A")
	not flags.lacks(started(["--cipher-suites=$(ALL)"]), "cipher-suites", "A")
	not flags.lacks(program({"command": ["sh", "-c", "etcd $ALL"]}), "cipher-suites", "A")
}

test_as_messages_show_them if {
	flags.shown(started([]), "auto-tls") == "does not set --auto-tls"
	flags.shown(started(["--auto-tls"]), "auto-tls") == "sets --auto-tls"
	flags.shown(started(["--auto-tls=true"]), "auto-tls") == "sets --auto-tls=true"
}

test_numbers if {
	flags.is_below(started(["--max-wals=4"]), "max-wals", 5)
	flags.is_below(started([]), "max-wals", 5)
	not flags.is_below(started(["--max-wals=5"]), "max-wals", 5)
	not flags.is_below(started(["--max-wals=$(WALS)"]), "max-wals", 5)
}

test_who_reaches_an_etcd if {
	local := ["--listen-client-urls=http://127.0.0.1:2379,https://localhost:2379,http://[::1]:2379"]
	flags.has_local_clients(started(local))
	flags.has_local_members(started(local))
	flags.has_local_members(started(["--listen-peer-urls=http://127.0.0.1:2380"]))
	not flags.has_local_members(started(array.concat(local, ["--listen-peer-urls=http://0.0.0.0:2380"])))
	not flags.has_local_members(started(array.concat(local, ["--initial-cluster=a=http://10.0.0.1:2380"])))
	every words in [[], ["--listen-client-urls=http://127.0.0.1:2379,http://10.0.0.1:2379"], ["--listen-client-urls=http://localhost.example.com"], ["--listen-client-urls=http://127.0.0.1:2379,$(URL)"]] {
		not flags.has_local_clients(started(words))
	}
	not flags.has_local_clients(object.union(started(local), {"shares_node": true}))
}
