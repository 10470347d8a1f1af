# What the pods of a workload use by name: ConfigMaps, Secrets and claims.
package lib.uses

# Each has `kind`, `name`, `path` (where the name stands), `optional` and its path, and `keys`: those it takes, each with
# `key` and `path`.
of(workload) := array.concat(claims(workload), array.concat(keyed(workload), whole(workload)))

# A claim cannot be optional.
claims(workload) := [{
	"kind": "PersistentVolumeClaim",
	"name": name,
	"path": path,
	"optional": false,
	"optional_path": path,
	"keys": [],
} |
	some source in volumes(workload)
	name := source.value.persistentVolumeClaim.claimName
	path := array.concat(source.path, ["persistentVolumeClaim", "claimName"])
]

# Those that keys may be taken of.
keyed(workload) := array.concat(mounted(workload), single(workload))

mounted(workload) := array.concat(
	[used("ConfigMap", source.value.configMap, name, array.concat(source.path, ["configMap"]), "name") |
		some source in array.concat(volumes(workload), projected(workload))
		name := source.value.configMap.name
	],
	array.concat(
		[used("Secret", source.value.secret, name, array.concat(source.path, ["secret"]), "secretName") |
			some source in volumes(workload)
			name := source.value.secret.secretName
		],
		[used("Secret", source.value.secret, name, array.concat(source.path, ["secret"]), "name") |
			some source in projected(workload)
			name := source.value.secret.name
		],
	),
)

used(kind, source, name, path, field) := {
	"kind": kind,
	"name": name,
	"path": array.concat(path, [field]),
	"optional": object.get(source, "optional", false),
	"optional_path": array.concat(path, ["optional"]),
	"keys": [{"key": item.key, "path": array.concat(path, ["items", position, "key"])} |
		some position, item in source.items
	],
}

volumes(workload) := [{"value": volume, "path": array.concat(workload.path, ["volumes", at])} |
	some at, volume in workload.pod_spec.volumes
]

projected(workload) := [{"value": source, "path": array.concat(workload.path, ["volumes", at, "projected", "sources", position])} |
	some at, volume in workload.pod_spec.volumes
	some position, source in volume.projected.sources
]

single(workload) := [use |
	some container in workload.containers
	some at, variable in container.spec.env
	some field, kind in {"configMapKeyRef": "ConfigMap", "secretKeyRef": "Secret"}
	named := variable.valueFrom[field]
	path := array.concat(container.path, ["env", at, "valueFrom", field])
	use := {
		"kind": kind,
		"name": named.name,
		"path": array.concat(path, ["name"]),
		"optional": object.get(named, "optional", false),
		"optional_path": array.concat(path, ["optional"]),
		"keys": [{"key": key, "path": array.concat(path, ["key"])} |
			some part, key in named
			part == "key"
		],
	}
]

whole(workload) := [use |
	some container in workload.containers
	some at, from in container.spec.envFrom
	some field, kind in {"configMapRef": "ConfigMap", "secretRef": "Secret"}
	named := from[field]
	use := {
		"kind": kind,
		"name": named.name,
		"path": array.concat(container.path, ["envFrom", at, field, "name"]),
		"optional": object.get(named, "optional", false),
		"optional_path": array.concat(container.path, ["envFrom", at, field, "optional"]),
		"keys": [],
	}
]
