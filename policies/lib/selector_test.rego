package lib.selector_test

import data.lib.selector

labels := {"app": "cart", "version": "2"}

test_matches if {
	every wanted in [
		{},
		{"matchLabels": {"app": "cart", "version": 2}},
		{"matchExpressions": [{"key": "app", "operator": "In", "values": ["cart", "pay"]}]},
		{"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["pay"]}, {"key": "tier", "operator": "NotIn", "values": ["x"]}]},
		{"matchExpressions": [{"key": "app", "operator": "Exists"}, {"key": "tier", "operator": "DoesNotExist"}]},
	] {
		selector.matches(wanted, labels)
	}
}

test_tells_what_is_unmet if {
	selector.unmet({"matchLabels": {"app": "pay", "version": "2"}}, labels) == ["app"]
	every expression in [
		{"key": "app", "operator": "In", "values": ["pay"]},
		{"key": "app", "operator": "NotIn", "values": ["cart"]},
		{"key": "tier", "operator": "Exists"},
		{"key": "app", "operator": "DoesNotExist"},
	] {
		unmet := selector.unmet({"matchExpressions": [expression]}, labels)
		count(unmet) == 1
	}
	not selector.matches({"matchLabels": {"tier": "web"}}, labels)
}
