# What the language says of constructs in which something is absent. Each `deny` is run alone, by the machine and by
# the interpreter; after its ` # ` stands what both have to yield.
# Input: {"name": "me", "list": [1, 2], "objects": [{"id": 1}, {}]}; `input.none` is absent.
package semantics
none(x) := x.none
assigned_none(x) := y if { y := none(x) }
is_three(x) if x[0] == 3
elements(x) := [v | some v in x]
first(x) := v if { v := x[0] } else := "nothing"
named(x) := v if { v := x.name; v == "you" } else := "somebody"
counted(x) := "many" if { count([v | some v in x; v == 5]) > 0 } else := "none"
all_one(x) := "yes" if { every v in x { v == 1 } } else := "no"
ignores(_, _) := "ran"
ones contains v if { some v in input.list; v == 1 }
by_position[k] := v if { some k, v in input.list }
absent := input.none
absent_in_body := y if { y := input.none }
fails if { input.name == "you" }
default by_default := false
by_default if { input.name == "you" }
over_nothing if { every v in input.none { v == 1 } }
# Assignments.
deny contains 1 if { y := input.none } # []
deny contains 1 if { y := input.none.deeper } # []
deny contains 1 if { y := input.none; true } # []
deny contains 1 if { y := input.none; not y == 1 } # []
deny contains 1 if { y = input.none; not y == 1 } # []
deny contains 1 if { y := none(input); not y == 1 } # []
deny contains 1 if { not assigned_none(input) } # [1]
deny contains 1 if { some z in input.list; y := input.none; not y == 1; z == 1 } # []
deny contains 1 if { y := input.list[7]; not y == 1 } # []
deny contains 1 if { y := {"a": input.none} } # []
deny contains 1 if { y := [input.none] } # []
deny contains 1 if { y := input.none + 1 } # []
deny contains 1 if { y := false; not y } # [1]
deny contains 1 if { y := {"me": 1}[input.name] } # [1]
deny contains 1 if { y := {"you": 1}[input.name] } # []
deny contains 1 if { [a, b] := input.list; a == 1; b == 2 } # [1]
deny contains 1 if { [a, b, c] := input.list; a == 1 } # []
deny contains 1 if { {"name": n, "list": _, "objects": _} := input; n == "me" } # [1]
# Comprehensions.
deny contains [q | q := input.none] if true # [[]]
deny contains [q | some w in input.objects; q := w.id] if true # [[1]]
deny contains [w.id | some w in input.objects] if true # [[1]]
deny contains {w.id | some w in input.objects} if true # [[1]]
deny contains {w.id: 1 | some w in input.objects} if true # [{"1":1}]
deny contains {"a": w.id | some w in input.objects} if true # [{"a":1}]
deny contains [1 | input.name == "you"] if true # [[]]
deny contains [1 | input.none] if true # [[]]
deny contains [1 | not input.name] if true # [[]]
deny contains [1 | input.none == input.none] if true # [[]]
deny contains [input.none | true] if true # [[]]
deny contains [[q | some q in input.none] | some w in input.list] if true # [[[],[]]]
deny contains 1 if { y := [q | q := input.none]; count(y) > 0 } # []
deny contains 1 if { y := [1 | input.none == 1]; count(y) > 0 } # []
deny contains 1 if { y := {q | q := input.none}; count(y) > 0 } # []
deny contains 1 if { y := [q | q := false]; count(y) == 1 } # [1]
deny contains 1 if { y := [f | some f in [1, 2]; not f in input.none][0]; y == 1 } # [1]
deny contains 1 if { y := [f | some f in [1, 2]; f == 4][0] } # []
# Heads.
deny contains q.id if { some q in input.objects } # [1]
deny contains [q.id] if { some q in input.objects } # [[1]]
deny contains {"id": q.id, "z": 2} if { some q in input.objects } # [{"id":1,"z":2}]
deny contains ignores(q.id, q) if { some q in input.objects } # ["ran"]
deny contains sprintf("%v", [q.id]) if { some q in input.objects } # ["1"]
deny contains input.none if { true } # []
deny contains q if { some q in input.objects; q.id } # [{"id":1}]
# Else.
deny contains first(input.list) if true # [1]
deny contains first(input.none) if true # []
deny contains first([]) if true # ["nothing"]
deny contains named(input) if true # ["somebody"]
deny contains counted(input.list) if true # ["none"]
deny contains all_one(input.list) if true # ["no"]
# Rules.
deny contains absent if true # []
deny contains absent_in_body if true # []
deny contains 1 if { y := absent; not y == 1 } # []
deny contains 1 if { not absent } # [1]
deny contains 1 if { not absent == 1 } # [1]
deny contains y if { some y in ones } # [1]
deny contains 1 if { 1 in ones; not 2 in ones } # [1]
deny contains by_position[1] if true # [2]
deny contains by_position[7] if true # []
deny contains 1 if { not by_position[7] } # [1]
deny contains 1 if { not fails } # [1]
deny contains by_default if true # [false]
deny contains 1 if { not by_default } # [1]
# Negation and builtins.
deny contains 1 if { not input.none } # [1]
deny contains 1 if { not none(input) } # [1]
deny contains 1 if { not none(input) == 1 } # [1]
deny contains 1 if { not is_three([input.none]) } # [1]
deny contains 1 if { not elements(input.none) } # [1]
deny contains 1 if { not count(elements(input.none)) == 0 } # [1]
deny contains 1 if { object.get(input.none, "a", 1) == 1 } # []
deny contains 1 if { not object.get(input.none, "a", 1) == 1 } # [1]
deny contains 1 if { not startswith(input.none, "a") } # [1]
deny contains 1 if { not count(input.none) == 0 } # [1]
deny contains 1 if { not 1 in input.none } # [1]
deny contains 1 if { not input.none in [1] } # [1]
deny contains 1 if { input.none != 1 } # []
deny contains 1 if { not input.none != 1 } # [1]
deny contains 1 if { count({"a": input.none}) == 1 } # []
deny contains 1 if { [1, input.none] == [1] } # []
deny contains 1 if { not [1, input.none] == [1] } # [1]
deny contains 1 if { some v in {input.none, 1}; v == 1 } # []
deny contains 1 if { some v in array.concat([input.none], [1]); v == 1 } # []
deny contains 1 if { is_null(input.none) } # []
deny contains 1 if { not is_null(input.none) } # [1]
deny contains 1 if { {"a": input.none}[input.name] } # []
# Iteration.
deny contains 1 if { some v in input.none; v == 1 } # []
deny contains 1 if { every v in input.list { v > 0 } } # [1]
deny contains 1 if { every v in [{}] { q := v.none; not q == 1 } } # []
deny contains 1 if { every v in input.none { v == 1 } } # []
deny contains 1 if { not over_nothing } # [1]
deny contains 1 if { some i, v in input.list; input.list[i + 1] == 2; v == 1 } # [1]
deny contains 1 if { some {"id": q} in input.objects; q == 1 } # [1]
deny contains 1 if { some [q, w] in [[1, 2], [1]]; q == 1; w == 2 } # [1]
deny contains -1 if { input.list[_] == 2 } # [-1]
deny contains x if { some x in ({1, 2} & {2, 3}) | {4} } # [2,4]
deny contains x if { x := (((1 + 2) * 3) - 4) / 5 } # [1]
deny contains "a\"b\n" if true # ["a\"b\n"]
