# Whom a resource that the internet reaches acts as, and on which way.
package lib.acting

import data.lib.group
import data.lib.kubernetes
import data.lib.scope

positions := group.by_key({[who.id, at] | some at, who in input.identities})

# The identities of a provider that whoever takes over an exposed resource has, each as `who`, with the `step` that
# leads to it. A role that its trust policy keeps from the service account is left out.
identities(reached, provider) := [held |
	some step in reached.reaches
	step.relation in {"assumes", "runs-as"}
	some at in positions[step.id]
	who := input.identities[at]
	who.provider == provider
	held := {"who": who, "step": step}
	not refused(reached, held)
]

# Every hop from the internet to the identity.
evidence(reached, held) := array.concat(reached.stations, [step.written |
	ids := lineage(reached, held.step.id)
	some step in reached.reaches
	is_hop(step, ids, held)
])

is_hop(step, ids, _) if step.id in ids

# An association of EKS stands beside the account and the role.
is_hop(step, _, held) if {
	step.kind == "aws_eks_pod_identity_association"
	step.through == held.step.through
	some reference in input.resources.aws_eks_pod_identity_association[step.index].references
	reference.id == held.who.id
}

# The identity and all before it. Ways are at most five steps long.
lineage(reached, id) := (({id} | one) | (two | three)) | four if {
	one := before(reached, {id})
	two := before(reached, one)
	three := before(reached, two)
	four := before(reached, three)
}

before(reached, ids) := {step.through | some step in reached.reaches; step.id in ids}

# What the right to act as an identity rests on, as `needs`.
needs(reached, held) := array.concat(array.concat(of_trust(reached, held), doubted(reached, held)), of_subject(reached, held))

# What would have to be known to say that the role takes the service account, where nothing known says so for certain.
doubted(reached, held) := [need |
	some account in accounts(reached, held)
	not takes(held.who, subject(account))
	some need in trust_needs(held.who)
]

takes(who, subject) if {
	some trust in who.trust
	count(object.get(trust, "needs", [])) == 0
	not excludes(trust, subject)
}

trust_needs(who) := array.concat(
	object.get(who, "trust_unknown", []),
	[need | some trust in who.trust; some need in object.get(trust, "needs", [])],
)

subject(account) := sprintf("system:serviceaccount:%s:%s", [kubernetes.namespace(account), account.name])

of_trust(reached, held) := array.concat(
	[{"resource": held.who.id, "path": ["assume_role_policy"]} |
		count(held.who.trust) == 0
		some _ in accounts(reached, held)
	],
	[{"resource": condition.resource, "path": condition.path} |
		some _ in accounts(reached, held)
		some trust in held.who.trust
		some condition in trust.conditions
		some value in condition.values
		contains(value, "${")
		is_subject(condition)
	],
)

of_subject(reached, held) := [need |
	some account in accounts(reached, held)
	some field in ["name", "namespace"]
	some need in scope.unknown(account, ["metadata", field])
]

# As `needs`: what leaves open whom it acts as. Parts of a pod, names of accounts and roles, and associations that may
# mean the account.
unseen(reached) := array.concat(array.concat(of_pods(reached), of_accounts(reached)), of_others(reached))

of_pods(reached) := [{"resource": reached.id, "path": path} |
	some at in reached.workloads
	workload := input.workloads[at]
	some path in kubernetes.holder(workload).unknown
	scope.overlap(path, array.concat(workload.path, ["serviceAccountName"]))
]

of_accounts(reached) := [{"resource": step.id, "path": path} |
	some step in reached.reaches
	step.kind == "ServiceAccount"
	some path in input.resources.ServiceAccount[step.index].unknown
	scope.overlap(path, ["metadata", "annotations"])
]

of_others(reached) := array.concat(
	[need |
		[reached.id, "runs-as"] in dangling
		some need in scope.nameless(input.resources[reached.kind][reached.index].root, "ServiceAccount")
	],
	[need |
		some step in reached.reaches
		step.kind == "ServiceAccount"
		some need in may_mean(step.id)
	],
)

# One role without a known name and one such association are enough to leave the matter undecided.
may_mean(account) := array.concat([role | [account, "assumes"] in dangling; some role in unnamed_roles], unclear_associations)

dangling := {[link.id, link.relation] | some link in input.unresolved}

unnamed_roles := array.slice([{"resource": role.id, "path": ["name"]} |
	some role in input.resources.aws_iam_role
	["name"] in role.unknown
], 0, 1)

unclear_associations := array.slice([{"resource": association.id, "path": path} |
	some association in input.resources.aws_eks_pod_identity_association
	some path in association.unknown
	path[0] in {"namespace", "service_account"}
], 0, 1)

# The service account that has the identity, if it is one of Kubernetes.
accounts(reached, held) := [input.resources.ServiceAccount[step.index] |
	held.step.relation == "assumes"
	some step in reached.reaches
	step.id == held.step.through
	step.kind == "ServiceAccount"
]

refused(reached, held) if {
	some account in accounts(reached, held)
	count(held.who.trust) > 0
	count(object.get(held.who, "trust_unknown", [])) == 0
	every trust in held.who.trust {
		excludes(trust, subject(account))
	}
}

excludes(trust, _) if trust.principal_type == "AWS"

excludes(trust, _) if {
	trust.principal_type == "Service"
	trust.principal != "pods.eks.amazonaws.com"
}

excludes(trust, subject) if {
	trust.principal_type == "Federated"
	some condition in trust.conditions
	is_subject(condition)
	every value in condition.values {
		not may_be(value, subject)
	}
}

is_subject(condition) if {
	endswith(condition.key, ":sub")
	not startswith(condition.operator, "Not")
	not contains(condition.operator, "StringNot")
}

may_be(value, _) if contains(value, "${")

may_be(value, subject) if {
	trim(value, "abcdefghijklmnopqrstuvwxyz0123456789.:-*?") == ""
	dotted := replace(value, ".", "[.]")
	regex.match(sprintf("^%s$", [replace(replace(dotted, "*", ".*"), "?", ".")]), subject)
}

# What leaves open whether it acts as an identity with more rights than are seen: as `needs`, each with the resource
# that it is about.
unclear(reached, provider) := array.concat(
	[{"at": held.who.id, "needs": held.who.doubts} |
		some held in identities(reached, provider)
		count(held.who.doubts) > 0
	],
	[{"at": reached.id, "needs": needs} |
		needs := unseen(reached)
		count(needs) > 0
	],
)

# A fact's resource as a message names it.
title(fact) := input.resources[fact.kind][fact.index].address
