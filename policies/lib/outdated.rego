# What the version of Kubernetes that somebody named no longer has.
package lib.outdated

# Whether the cluster goes by an object: it may, unless it is known to be of a version that does not serve it.
is_served(object) if not object.id in gone

gone contains api.id if {
	some api in input.outdated_apis
	api.removed == true
	api.target_given == true
}

# Whether the version that objects are judged for serves no kind of this name any more, as an object of it shows.
is_gone(kind) if {
	some api in input.outdated_apis
	api.kind == kind
	api.removed == true
}
