package lib.quantity_test

import data.lib.quantity

test_quantities_are_exact if {
	every text, nano in {
		"0": 0,
		"1": 1000000000,
		"500m": 500000000,
		"0.5": 500000000,
		".5": 500000000,
		"5.": 5000000000,
		"+1.5": 1500000000,
		"-1": -1000000000,
		"100n": 100,
		"7u": 7000,
		"0.1m": 100000,
		"0.0000000001": 1,
		"1k": 1000000000000,
		"2e3": 2000000000000,
		"2E+3": 2000000000000,
		"25e-1": 2500000000,
		"1Ki": 1024000000000,
		"1.5Gi": 1610612736000000000,
	} {
		quantity.nano(text) == nano
	}
	quantity.nano(2) == 2000000000
	quantity.nano(0.25) == 250000000
}

test_large_quantities_compare if {
	quantity.nano("1Ei") > quantity.nano("1E")
	quantity.nano("1024Pi") == quantity.nano("1Ei")
	quantity.nano("1000P") == quantity.nano("1E")
	quantity.nano("9007199254740993") > quantity.nano("9007199254740992")
	quantity.nano("1Ti") == quantity.nano("1024Gi")
	quantity.nano("1T") == quantity.nano("1000000M")
	quantity.nano("1G") < quantity.nano("1Gi")
	quantity.nano("1Mi") == quantity.nano("1048576")
}

test_other_texts_are_none if {
	none := [text |
		some text in ["", "-", "1x", "1gi", "1K", "m", ".", "1.2.3", "1 Gi", "1e", "1e1e1", "e3", "--1", "1e100", "1KiB", "${MEMORY}"]
		not quantity.nano(text)
	]
	count(none) == 16
	not quantity.nano(true)
	not quantity.nano(null)
}
