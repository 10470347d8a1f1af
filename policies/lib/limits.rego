# What containers may use, and what LimitRanges give to those that do not say.
package lib.limits

import data.lib.kubernetes

# Whether a quantity is one. Zero means none.
is_set(quantity) if {
	is_number(quantity)
	quantity > 0
}

is_set(quantity) if {
	is_string(quantity)
	quantity != ""
	not is_zero(quantity)
}

is_zero(quantity) if {
	unit := trim_left(quantity, "0.")
	unit == trim_left(unit, "123456789")
	unit != quantity
}

# Scopes and namespaces where a LimitRange gives every container some of a resource in one of the fields. A `default`
# is the request too, and a `max` is both, where nothing else is said. Give it a rule of its own.
given(resource, fields) := {[range.root, kubernetes.namespace(range)] |
	some range in input.resources.LimitRange
	some limit in range.attributes.spec.limits
	limit.type == "Container"
	some field in fields
	is_set(limit[field][resource])
}

# Whether an operator gives a container of its custom resources some of a resource, by fields of its own or a default.
is_operated(workload, container, resource) if container.name in operated[workload.kind][resource]

# What tells whether an operator sets them: the name of the container.
telling(workload, container) := [{"resource": workload.id, "path": array.concat(container.path, ["name"])} |
	operated[workload.kind]
]

operated := {
	"ApmServer.apm.k8s.elastic.co": {"memory": ["apm-server"]},
	"Elasticsearch.elasticsearch.k8s.elastic.co": {"memory": ["elasticsearch"]},
	"FlinkDeployment.flink.apache.org": {"cpu": ["flink-main-container"], "memory": ["flink-main-container"]},
	"Grafana.grafana.integreatly.org": {"cpu": ["grafana"], "memory": ["grafana"]},
	"Kibana.kibana.k8s.elastic.co": {"memory": ["kibana"]},
	"ScheduledSparkApplication.sparkoperator.k8s.io": {"memory": ["spark-kubernetes-driver", "spark-kubernetes-executor"]},
	"SparkApplication.sparkoperator.k8s.io": {"memory": ["spark-kubernetes-driver", "spark-kubernetes-executor"]},
}

# As `needs`: what leaves open whether a LimitRange gives something to the containers of a workload. Where the scope has
# none, nothing does, whatever the namespace is.
unsure(workload) := array.concat(
	[{"resource": workload.id, "path": ["metadata", "namespace"]} | kubernetes.holder(workload).root in ranged],
	[need |
		some range in unclear
		range.root == kubernetes.holder(workload).root
		some need in kubernetes.unknown_needs(range)
	],
)

ranged := {range.root | some range in input.resources.LimitRange}

unclear := [range |
	some range in input.resources.LimitRange
	count(range.unknown) > 0
]
