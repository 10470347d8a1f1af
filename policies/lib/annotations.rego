# Annotations of the pods that a workload makes. They stand beside their labels.
package lib.annotations

path(workload) := array.concat(array.slice(workload.labels_path, 0, count(workload.labels_path) - 1), ["annotations"])

of(workload) := object.get(input.resources[workload.kind][workload.index].attributes, path(workload), {})

# The labels, also those whose values are no text.
labels(workload) := object.get(input.resources[workload.kind][workload.index].attributes, workload.labels_path, {})
