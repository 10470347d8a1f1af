# What the images of containers are called.
package lib.image

import data.lib.group
import data.lib.kubernetes
import data.lib.pods
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

# A digest pins an image whatever its tag, and what is still to be filled in says nothing yet: `<image>`, or what `ko`
# builds and replaces by a digest.
is_settled(image) if {
	is_string(image)
	image != ""
	not contains(image, "@")
	not regex.match(`[<>\s]|^ko://`, image)
	not contains(name(image), "$")
	not contains(name(image), "{{")
	is_repository(split(name(image), ":")[0])
}

# What repositories may be called. Anything else, such as `IMAGE_URL` or `<image>`, is to be filled in.
is_repository(name) if regex.match(`^[a-z0-9]+([._-]+[a-z0-9]+)*$`, name)

# What follows the last slash: the end is known also where the registry is not.
name(image) := array.reverse(split(image, "/"))[0]

# Tags that say where an image is used, or that it is the newest.
moved := {"dev", "develop", "edge", "latest", "main", "master", "nightly", "prod", "production", "release", "stable", "staging"}

# The uses of a repository whose image may be another one tomorrow, by pods and by `others`: who uses it, by its id and as
# a message names it, where it says so, the image, and why.
pulled(repository, others) := [use |
	some used in array.concat(in_pods(repository), others)
	reference := used.reference
	use := {
		"user": reference.id,
		"title": input.resources[reference.kind][reference.index].address,
		"path": reference.via,
		"image": used.image,
		"why": moving(used.image),
	}
]

in_pods(repository) := [{"reference": reference, "image": container.spec.image} |
	some reference in repository.referred_by
	reference.relation == "pulls"
	some workload in pods.of(reference.id)
	some container in workload.containers
	array.concat(container.path, ["image"]) == reference.via
]

# What tasks of ECS pull from a repository.
in_tasks(repository) := [{"reference": reference, "image": image} |
	some reference in repository.referred_by
	reference.relation == "pulls"
	reference.kind == "aws_ecs_task_definition"
	task := input.resources.aws_ecs_task_definition[reference.index]
	image := task.attributes.container_definitions[reference.via[1]].image
]

# What services of Cloud Run pull from a repository.
in_services(repository) := [{"reference": reference, "image": image_of_service(reference)} |
	some reference in repository.referred_by
	reference.relation == "pulls"
]

image_of_service(reference) := service.attributes.template[0].spec[0].containers[reference.via[5]].image if {
	reference.kind == "google_cloud_run_service"
	service := input.resources.google_cloud_run_service[reference.index]
}

image_of_service(reference) := service.attributes.template[0].containers[reference.via[3]].image if {
	reference.kind == "google_cloud_run_v2_service"
	service := input.resources.google_cloud_run_v2_service[reference.index]
}

# As `needs`: an image that is not known, and so may be one of the repository: of any pod, or of something else of its
# root, of which `others` tells; or what the repository is called. One is enough to leave the matter undecided.
unclear(repository, others) := array.slice(array.concat(
	unnamed(repository),
	array.concat(of_pods, object.get(others, repository.root, [])),
), 0, 1)

unnamed(repository) := [{"resource": repository.id, "path": path} |
	some path in repository.unknown
	path[0] in {"name", "repository_id"}
]

of_pods := array.slice([{"resource": workload.id, "path": path} |
	some workload in input.workloads
	some path in kubernetes.holder(workload).unknown
	hides_image(path, workload)
], 0, 1)

# Everything above the containers, and their images.
hides_image(path, workload) if {
	count(path) <= count(workload.path) + 2
	scope.overlap(path, array.concat(workload.path, ["containers"]))
}

hides_image(path, workload) if {
	scope.overlap(array.slice(path, 0, count(workload.path)), workload.path)
	path[count(workload.path) + 2] == "image"
}

# By root: what is unknown of the images of tasks, and of services.
unknown_in_tasks := group.by_key({[task.root, {"resource": task.id, "path": path}] |
	some task in input.resources.aws_ecs_task_definition
	some path in task.unknown
	hides(path, ["container_definitions", "image"])
})

unknown_in_services := group.by_key({[service.root, {"resource": service.id, "path": path}] |
	some kind, place in {
		"google_cloud_run_service": ["template", "spec", "containers", "image"],
		"google_cloud_run_v2_service": ["template", "containers", "image"],
	}
	some service in input.resources[kind]
	some path in service.unknown
	hides(path, place)
})

hides(path, place) if scope.overlap([step | some step in path; is_string(step); step != "*"], place)
