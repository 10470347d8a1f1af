# Label selectors, as Kubernetes matches them.
package lib.selector

# `matchLabels` and `matchExpressions`; an empty selector matches everything.
matches(selector, labels) if count(unmet(selector, labels)) == 0

# The labels that the selector asks for and does not find.
unmet(selector, labels) := array.concat(
	[name | some name, value in selector.matchLabels; text(value) != object.get(labels, name, null)],
	[expression.key | some expression in selector.matchExpressions; not holds(expression, labels)],
)

holds(expression, labels) if {
	expression.operator == "In"
	object.get(labels, expression.key, null) in expression.values
}

holds(expression, labels) if {
	expression.operator == "NotIn"
	not object.get(labels, expression.key, null) in expression.values
}

holds(expression, labels) if {
	expression.operator == "Exists"
	object.get(labels, expression.key, null) != null
}

holds(expression, labels) if {
	expression.operator == "DoesNotExist"
	object.get(labels, expression.key, null) == null
}

# Labels are text, however they are written.
text(value) := sprintf("%v", [value])
