# METADATA
# title: Project of Argo CD may deploy anything anywhere
# description: |
#   A project says what its applications may be made from, where they may be put, and which kinds of objects of the whole
#   cluster they may hold. This one sets no bounds: any repository, any cluster and namespace, and every kind.
#
#   Whoever may make an application in it, or change one of the repositories, has all rights that Argo CD has, which are
#   mostly those of an administrator.
# related_resources:
#   - https://argo-cd.readthedocs.io/en/stable/user-guide/projects/
#   - https://argo-cd.readthedocs.io/en/stable/operator-manual/security/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the repositories in `sourceRepos` and the namespaces in `destinations`, and list in
#     `clusterResourceWhitelist` only the kinds that are needed.
package policy.kubernetes.argocd.open_project

deny contains {"resource": project.id, "path": ["spec", "clusterResourceWhitelist", at], "message": message, "evidence": evidence} if {
	some project in input.resources["AppProject.argoproj.io"]
	some at, kind in project.attributes.spec.clusterResourceWhitelist
	kind.group == "*"
	kind.kind == "*"
	some source, repository in project.attributes.spec.sourceRepos
	repository == "*"
	some target, place in project.attributes.spec.destinations
	is_anywhere(place)
	evidence := [
		{"resource": project.id, "path": ["spec", "sourceRepos", source], "note": "from any repository"},
		{"resource": project.id, "path": ["spec", "destinations", target], "note": "to any cluster and namespace"},
	]
	message := "Applications of the project may put objects of every kind from any repository into any cluster"
}

is_anywhere(place) if {
	place.namespace == "*"
	place.server == "*"
}

is_anywhere(place) if {
	place.namespace == "*"
	place.name == "*"
}
