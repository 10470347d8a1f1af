# Releases of charts, and the service accounts that their pods run as.
package lib.release

import data.lib.scope

# The releases whose values say that what they start runs as a service account, each with the path that says so.
running_as(account) := [{"id": release.id, "name": release.name, "path": array.concat(["spec", "values"], told.path), "needs": []} |
	some release in input.resources["HelmRelease.helm.toolkit.fluxcd.io"]
	release.root == account.root
	namespace(release) == scope.written_namespace(account)
	some told in accounts(release.attributes.spec.values)
	told.name == account.name
]

# Where charts are told the account: at the top, or for one of their parts.
accounts(values) := array.concat(
	array.concat(
		[{"path": ["serviceAccount", "name"], "name": name} | name := values.serviceAccount.name],
		[{"path": ["serviceAccountName"], "name": name} | name := values.serviceAccountName],
	),
	array.concat(
		[{"path": [part, "serviceAccount", "name"], "name": name} | some part, own in values; name := own.serviceAccount.name],
		[{"path": [part, "serviceAccountName"], "name": name} | some part, own in values; name := own.serviceAccountName],
	),
)

namespace(release) := release.attributes.spec.targetNamespace

namespace(release) := scope.written_namespace(release) if not release.attributes.spec.targetNamespace

# The same where it cannot be told, with what would have to be known.
may_run_as(account) := [{"id": release.id, "name": release.name, "path": ["spec", "values"], "needs": needs} |
	some release in input.resources["HelmRelease.helm.toolkit.fluxcd.io"]
	release.root == account.root
	needs := hidden(release)
	count(needs) > 0
]

# As `needs`: what leaves open whether a release runs as the account.
doubts(account) := [need |
	some release in may_run_as(account)
	some need in release.needs
]

hidden(release) := [need |
	some place in [["metadata", "namespace"], ["spec", "targetNamespace"], ["spec", "values"]]
	some need in scope.unknown(release, place)
]
