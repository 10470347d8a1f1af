# What the internet reaches. Give `exposure.unknown` as `needs`: where a way rests on something unknown, the violation
# then is undecided.
package lib.exposure

# Exposures that are open, or would be if something unknown were known.
reached := [exposure |
	some exposure in input.exposures
	exposure.standing in {"open", "unknown"}
]

# Those of the resources of a kind.
of_kind(kind) := [exposure | some exposure in reached; exposure.kind == kind]

# The pod templates of an exposed resource.
workloads(exposure) := [input.workloads[at] | some at in exposure.workloads]

# The first place that opens the way.
door(exposure) := exposure.stations[0]

# Openings that let a port through, or may.
openings(exposure, port) := [opening |
	some opening in exposure.openings
	opening.standing in {"open", "unknown"}
	opening.protocol in {"tcp", "all"}
	holds(opening, port)
]

holds(opening, port) if {
	opening.from <= port
	opening.to >= port
}

# The ports are unknown.
holds(opening, _) if {
	not opening.from
	count(opening.unknown) > 0
}

# Ports by which machines are administered.
administration := {22: "SSH", 3389: "Remote Desktop", 5985: "WinRM", 5986: "WinRM"}

# Whether the internet is known to reach a machine on such a port.
is_administered_from_anywhere(machine) if {
	some one in reached
	one.id == machine.id
	count(one.unknown) == 0
	some port, _ in administration
	some opening in openings(one, port)
	count(opening.unknown) == 0
}

# What would have to be known to say so.
doubts(resource) := array.concat(
	[need | some one in reached; one.id == resource.id; some need in one.unknown],
	[need | some one in reached; one.id == resource.id; some opening in one.openings; some need in opening.unknown],
)

# How the internet gets to an administration port of a machine: the opening, and what else lies on the way. The last
# station is where it is reported.
to_port(exposure, opening, port) := array.concat(
	[{"resource": opening.resource, "path": opening.path, "note": sprintf("lets the internet in on port %d", [port])}],
	[station |
		some station in exposure.stations
		not [station.resource, station.path] in array.concat([place_of_last(exposure)], openings_at(exposure))
	],
)

# Each port has an opening of its own.
openings_at(exposure) := [[opening.resource, opening.path] | some opening in exposure.openings]

place_of_last(exposure) := [last.resource, last.path] if last := exposure.stations[count(exposure.stations) - 1]
