# Claims that not every pod can mount.
package lib.claims

import data.lib.kubernetes
import data.lib.scope
import data.lib.uses

# The claims of a workload that only one node, or one pod, may mount: `path` and `name` of the use, the `mode`, `needs`
# and `evidence`.
single(workload) := [one |
	holder := kubernetes.holder(workload)
	some use in uses.claims(workload)
	some one in array.concat(linked(holder, use), doubted(holder, use))
]

linked(holder, use) := [{
	"path": use.path,
	"name": use.name,
	"mode": concat(", ", modes),
	"needs": array.concat(doubt(holder, use), scope.unknown(claim, path)),
	"evidence": [{"resource": claim.id, "path": path, "note": "who may mount it"}],
} |
	path := ["spec", "accessModes"]
	some reference in holder.references
	reference.kind == "PersistentVolumeClaim"
	reference.via == use.path
	claim := input.resources.PersistentVolumeClaim[reference.index]
	modes := {mode | some mode in claim.attributes.spec.accessModes}
	count(modes - {"ReadWriteOnce", "ReadWriteOncePod"}) == 0
]

# Any claim may be the one, or none.
doubted(holder, use) := [{"path": use.path, "name": use.name, "mode": "unknown", "needs": needs, "evidence": []} |
	needs := doubt(holder, use)
	count(needs) > 0
]

# The claim that it is linked to is the one, wherever both lie.
doubt(holder, use) := scope.unknown(holder, use.path) if {
	some reference in holder.references
	reference.kind == "PersistentVolumeClaim"
	reference.via == use.path
} else := array.concat(
	array.concat(scope.nameless(holder.root, "PersistentVolumeClaim"), scope.unknown(holder, ["metadata", "namespace"])),
	scope.unknown(holder, use.path),
)
