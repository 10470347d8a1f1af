# The Pod Security Standards: what namespaces may enforce of their pods.
package lib.pod_security

import data.lib.annotations
import data.lib.attribute
import data.lib.kubernetes

# What `level` refuses of a workload: `path`, where it stands or is missing; `text`, what is wrong; `needs`, other paths
# it rests on.
refused(_, "privileged") := []

refused(workload, "baseline") := baseline(workload)

refused(workload, "restricted") := array.concat(baseline(workload), restricted(workload))

baseline(workload) := [refusal |
	some refusals in [
		host_namespaces(workload),
		host_volumes(workload),
		sysctls(workload),
		contexts(workload),
		profiles_of_annotations(workload),
		container_settings(workload),
		other_hosts(workload),
		[refusal | not kubernetes.has_own_users(workload); some refusal in open_proc(workload)],
	]
	some refusal in refusals
]

host_namespaces(workload) := [{"path": array.concat(workload.path, [field]), "text": sprintf("%s is true", [field]), "needs": []} |
	some field in ["hostNetwork", "hostPID", "hostIPC"]
	attribute.is_true(workload.pod_spec[field])
]

host_volumes(workload) := [{"path": array.concat(workload.path, ["volumes", at, "hostPath"]), "text": "a directory of the node is mounted", "needs": []} |
	some at, volume in workload.pod_spec.volumes
	volume.hostPath
]

sysctls(workload) := [{
	"path": array.concat(workload.path, ["securityContext", "sysctls", at, "name"]),
	"text": sprintf("the sysctl %s is set", [sysctl.name]),
	"needs": [],
} |
	some at, sysctl in workload.pod_spec.securityContext.sysctls
	not sysctl.name in safe_sysctls
]

safe_sysctls := {
	"kernel.shm_rmid_forced",
	"net.ipv4.ip_local_port_range",
	"net.ipv4.ip_local_reserved_ports",
	"net.ipv4.ip_unprivileged_port_start",
	"net.ipv4.ping_group_range",
	"net.ipv4.tcp_fin_timeout",
	"net.ipv4.tcp_keepalive_intvl",
	"net.ipv4.tcp_keepalive_probes",
	"net.ipv4.tcp_keepalive_time",
	"net.ipv4.tcp_notsent_lowat",
	"net.ipv4.tcp_rmem",
	"net.ipv4.tcp_slow_start_after_idle",
	"net.ipv4.tcp_syncookies",
	"net.ipv4.tcp_wmem",
}

# Security contexts: that of the pod and those of the containers.
holders(workload) := array.concat(
	[{"context": workload.pod_spec.securityContext, "path": array.concat(workload.path, ["securityContext"])}],
	[{"context": container.spec.securityContext, "path": array.concat(container.path, ["securityContext"])} |
		some container in workload.containers
	],
) if {
	workload.pod_spec.securityContext
} else := [{"context": container.spec.securityContext, "path": array.concat(container.path, ["securityContext"])} |
	some container in workload.containers
]

contexts(workload) := [{"path": array.concat(holder.path, wrong.at), "text": wrong.text, "needs": []} |
	some holder in holders(workload)
	some wrong in wrong_context(holder.context)
]

wrong_context(context) := array.concat(
	[{"at": [field, "type"], "text": sprintf("%s is Unconfined", [field])} |
		some field in ["seccompProfile", "appArmorProfile"]
		context[field].type == "Unconfined"
	],
	array.concat(
		[{"at": ["seLinuxOptions", field], "text": sprintf("the SELinux %s is %s", [field, value])} |
			some field, value in context.seLinuxOptions
			not plain_label(field, value)
		],
		[{"at": ["windowsOptions", "hostProcess"], "text": "it is a process of the node"} |
			attribute.is_true(context.windowsOptions.hostProcess)
		],
	),
)

plain_label(_, value) if value == ""

plain_label(field, _) if field == "level"

plain_label("type", value) if value in {"container_t", "container_init_t", "container_kvm_t", "container_engine_t"}

# How a profile of AppArmor was named before Kubernetes 1.30.
profiles_of_annotations(workload) := [{
	"path": array.concat(annotations.path(workload), [key]),
	"text": sprintf("the AppArmor profile is %s", [profile]),
	"needs": [],
} |
	some key, profile in annotations.of(workload)
	startswith(key, "container.apparmor.security.beta.kubernetes.io/")
	not profile in {"", "runtime/default"}
	not startswith(profile, "localhost/")
]

# The kubelet asks for the container, with its own place in the network.
other_hosts(workload) := [{"path": array.concat(container.path, named.at), "text": sprintf("the kubelet is sent to %s", [named.host]), "needs": []} |
	some container in workload.containers
	some named in named_hosts(container.spec)
]

named_hosts(spec) := array.concat(
	[{"at": [probe, action, "host"], "host": host} |
		some probe in ["livenessProbe", "readinessProbe", "startupProbe"]
		some action in ["httpGet", "tcpSocket"]
		host := spec[probe][action].host
		not host in {"", null}
	],
	[{"at": ["lifecycle", hook, action, "host"], "host": host} |
		some hook in ["postStart", "preStop"]
		some action in ["httpGet", "tcpSocket"]
		host := spec.lifecycle[hook][action].host
		not host in {"", null}
	],
)

# Since Kubernetes 1.35 the level baseline lets it pass in a user namespace, and the level restricted lets root pass.
open_proc(workload) := [{
	"path": array.concat(container.path, ["securityContext", "procMount"]),
	"text": "procMount is not Default",
	"needs": [array.concat(workload.path, ["hostUsers"])],
} |
	some container in workload.containers
	object.get(container.spec.securityContext, "procMount", "Default") != "Default"
]

container_settings(workload) := [{"path": array.concat(container.path, wrong.at), "text": wrong.text, "needs": []} |
	some container in workload.containers
	some wrong in wrong_container(container.spec)
]

wrong_container(spec) := array.concat(
	[{"at": ["securityContext", "privileged"], "text": "it is privileged"} |
		attribute.is_true(spec.securityContext.privileged)
	],
	array.concat(
		[{"at": ["securityContext", "capabilities", "add", at], "text": sprintf("the capability %s is added", [name])} |
			some at, name in spec.securityContext.capabilities.add
			not name in default_capabilities
		],
		[{"at": ["ports", at, "hostPort"], "text": sprintf("the port %v of the node is taken", [port.hostPort])} |
			some at, port in spec.ports
			attribute.number(port.hostPort) != 0
		],
	),
)

default_capabilities := {
	"AUDIT_WRITE",
	"CHOWN",
	"DAC_OVERRIDE",
	"FOWNER",
	"FSETID",
	"KILL",
	"MKNOD",
	"NET_BIND_SERVICE",
	"SETFCAP",
	"SETGID",
	"SETPCAP",
	"SETUID",
	"SYS_CHROOT",
}

restricted(workload) := [refusal |
	some refusals in [
		other_volumes(workload),
		[refusal | not kubernetes.has_own_users(workload); some refusal in root_user(workload)],
		[refusal | kubernetes.has_own_users(workload); some refusal in open_proc(workload)],
		[refusal | not windows(workload); some refusal in linux(workload)],
	]
	some refusal in refusals
]

other_volumes(workload) := [{"path": array.concat(workload.path, ["volumes", at, kind]), "text": sprintf("a volume is of the kind %s", [kind]), "needs": []} |
	some at, volume in workload.pod_spec.volumes
	some kind, _ in volume
	not kind in {"name", "hostPath", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"}
]

root_user(workload) := [object.union(refusal, {"needs": array.concat(refusal.needs, [array.concat(workload.path, ["hostUsers"])])}) |
	some refusal in array.concat(
		array.concat(required(workload, "runAsNonRoot"), unused_false(workload)),
		[{"path": array.concat(holder.path, ["runAsUser"]), "text": "runAsUser is 0", "needs": []} |
			some holder in holders(workload)
			attribute.number(holder.context.runAsUser) == 0
		],
	)
]

# Refused although every container says otherwise.
unused_false(workload) := [{"path": array.concat(workload.path, ["securityContext", "runAsNonRoot"]), "text": "runAsNonRoot is false", "needs": []} |
	attribute.is_false(workload.pod_spec.securityContext.runAsNonRoot)
	count(required(workload, "runAsNonRoot")) == 0
]

required(workload, field) := [{
	"path": array.concat(container.path, ["securityContext", field]),
	"text": sprintf("%s is not set as it has to be", [field]),
	"needs": [array.concat(workload.path, ["securityContext", field])],
} |
	some container in workload.containers
	not suits(field, effective(workload, container, field))
]

effective(workload, container, field) := container.spec.securityContext[field] if {
	container.spec.securityContext[field] != null
} else := object.get(workload.pod_spec, ["securityContext", field], null)

suits("runAsNonRoot", value) if attribute.is_true(value)

suits("seccompProfile", value) if value.type in {"Localhost", "RuntimeDefault", "Unconfined"}

# Settings of Linux need not be there in pods that say in this field that they are for Windows.
windows(workload) if workload.pod_spec.os.name == "windows"

linux(workload) := [object.union(refusal, {"needs": array.concat(refusal.needs, os)}) |
	os := [array.concat(workload.path, ["os", "name"])]
	some refusal in array.concat(
		required(workload, "seccompProfile"),
		[{"path": array.concat(container.path, wrong.at), "text": wrong.text, "needs": []} |
			some container in workload.containers
			some wrong in wrong_linux_container(container.spec)
		],
	)
]

wrong_linux_container(spec) := array.concat(
	[{"at": ["securityContext", "allowPrivilegeEscalation"], "text": "allowPrivilegeEscalation is not false"} |
		not attribute.is_false(spec.securityContext.allowPrivilegeEscalation)
	],
	array.concat(
		[{"at": ["securityContext", "capabilities", "drop"], "text": "not all capabilities are dropped"} |
			not "ALL" in object.get(spec, ["securityContext", "capabilities", "drop"], [])
		],
		[{"at": ["securityContext", "capabilities", "add", at], "text": sprintf("the capability %s is added", [name])} |
			some at, name in spec.securityContext.capabilities.add
			name in default_capabilities
			name != "NET_BIND_SERVICE"
		],
	),
)
