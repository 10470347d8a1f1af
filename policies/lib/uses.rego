# What the pods of a workload use by name: ConfigMaps, Secrets and claims.
package lib.uses

# Each has `kind`, `name`, `path` (where the name stands), `optional` and its path, and `keys`: those it takes, each with
# `key` and `path`.
of(workload) := array.concat(volumes(workload), variables(workload))

volumes(workload) := [use |
	some at, volume in workload.pod_spec.volumes
	some source in sources(volume, array.concat(workload.path, ["volumes", at]))
	some form in forms
	named := source.value[form.field]
	use := {
		"kind": form.kind,
		"name": named[form.name],
		"path": array.concat(source.path, [form.field, form.name]),
		"optional": object.get(named, "optional", false),
		"optional_path": array.concat(source.path, [form.field, "optional"]),
		"keys": [{"key": item.key, "path": array.concat(source.path, [form.field, "items", position, "key"])} |
			some position, item in named.items
		],
	}
]

sources(volume, path) := array.concat(
	[{"value": volume, "path": path}],
	[{"value": source, "path": array.concat(path, ["projected", "sources", at])} |
		some at, source in volume.projected.sources
	],
)

forms := [
	{"field": "configMap", "kind": "ConfigMap", "name": "name"},
	{"field": "secret", "kind": "Secret", "name": "secretName"},
	{"field": "secret", "kind": "Secret", "name": "name"},
	{"field": "persistentVolumeClaim", "kind": "PersistentVolumeClaim", "name": "claimName"},
]

variables(workload) := [use |
	some container in workload.containers
	some use in array.concat(single(container), whole(container))
]

single(container) := [use |
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

whole(container) := [use |
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
