# What the images of containers are called.
package lib.image

import data.lib.kubernetes
import data.lib.scope

# Why an image may be another one tomorrow; undefined for one that has a version or a digest. A registry may have a
# port, so a tag is looked for after the last slash only.
moving(image) := "which has no tag" if {
	is_settled(image)
	not contains(name(image), ":")
}

moving(image) := sprintf("whose tag `%s` is moved with every release", [tag]) if {
	is_settled(image)
	tag := split(name(image), ":")[1]
	tag in moved
}

# A digest pins an image whatever its tag, and what is still to be filled in says nothing yet.
is_settled(image) if {
	is_string(image)
	image != ""
	not contains(image, "@")
	not contains(name(image), "$")
	not contains(name(image), "{{")
}

name(image) := parts[count(parts) - 1] if parts := split(image, "/")

# Tags that say where an image is used, or that it is the newest.
moved := {"dev", "develop", "edge", "latest", "main", "master", "nightly", "prod", "production", "release", "stable", "staging"}

# The uses of a repository whose image may be another one tomorrow: who uses it, where it says so, the image, and why.
pulled(repository) := [use |
	some reference in repository.referred_by
	reference.relation == "pulls"
	user := input.resources[reference.kind][reference.index]
	image := object.get(user.attributes, reference.via, "")
	use := {"user": user, "path": reference.via, "image": image, "why": moving(image)}
]

# As `needs`: an image that is not known, and so may be one of any repository. One is enough to leave the matter
# undecided.
unclear := array.slice(array.concat(of_pods, of_others), 0, 1)

of_pods := [{"resource": workload.id, "path": path} |
	some workload in input.workloads
	some path in kubernetes.holder(workload).unknown
	hides_image(path, workload)
]

# Everything above the containers, and their images.
hides_image(path, workload) if {
	count(path) <= count(workload.path) + 2
	scope.overlap(path, array.concat(workload.path, ["containers"]))
}

hides_image(path, workload) if {
	scope.overlap(array.slice(path, 0, count(workload.path)), workload.path)
	path[count(workload.path) + 2] == "image"
}

of_others := [{"resource": user.id, "path": path} |
	some kind, place in places
	some user in input.resources[kind]
	some path in user.unknown
	hides(path, place)
]

# Where what is no pod says which images it runs, positions set aside.
places := {
	"aws_apprunner_service": ["source_configuration", "image_repository", "image_identifier"],
	"aws_ecs_task_definition": ["container_definitions", "image"],
	"aws_lambda_function": ["image_uri"],
	"google_cloud_run_service": ["template", "spec", "containers", "image"],
	"google_cloud_run_v2_job": ["template", "template", "containers", "image"],
	"google_cloud_run_v2_service": ["template", "containers", "image"],
}

hides(path, place) if scope.overlap([step | some step in path; is_string(step); step != "*"], place)
