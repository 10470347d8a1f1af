# Looking up many things by one key. Grouping sorts once, so that it stays cheap where every resource looks for others.
package lib.group

# The values of each key, from a set of pairs `[key, value]`.
by_key(pairs) := {sorted[start][0]: values |
	sorted := sort(pairs)
	starts := [at | some at, pair in sorted; begins(sorted, at, pair[0])]
	ends := array.concat(array.slice(starts, 1, count(starts)), [count(sorted)])
	some position, start in starts
	values := [pair[1] | some pair in array.slice(sorted, start, ends[position])]
}

begins(sorted, at, key) if not sorted[at - 1][0] == key
