# Quantities as Kubernetes writes them: `500m`, `1.5Gi`, `2e3`, `1E`.
package lib.quantity

# How many billionths of one a quantity is: a whole number, so that any two can be compared exactly. Undefined for what
# is no quantity. A part of a billionth counts as one, as it does for Kubernetes.
nano(quantity) := signed(text, amount) if {
	text := written(quantity)
	size := unsigned(text)
	number := trim_right(size, "inumkKMGTPE")
	factor := factors[trim_prefix(size, number)]
	parts := split(lower(number), "e")
	amount := divided(digits(parts[0]) * factor * raised(parts), shift(parts))
}

# Numbers need no quotes in YAML.
written(quantity) := quantity if is_string(quantity)

written(quantity) := sprintf("%v", [quantity]) if is_number(quantity)

unsigned(text) := trim_prefix(trim_prefix(text, "-"), "+")

signed(text, amount) := 0 - amount if startswith(text, "-")

signed(text, amount) := amount if not startswith(text, "-")

# What a suffix stands for, in billionths.
factors := {
	"n": 1,
	"u": 1000,
	"m": 1000000,
	"": one,
	"k": 1000 * one,
	"M": 1000000 * one,
	"G": one * one,
	"T": 1000 * one * one,
	"P": 1000000 * one * one,
	"E": one * one * one,
	"Ki": 1024 * one,
	"Mi": 1048576 * one,
	"Gi": 1073741824 * one,
	"Ti": 1099511627776 * one,
	"Pi": 1125899906842624 * one,
	"Ei": 1152921504606846976 * one,
}

one := 1000000000

# All digits of a decimal number as one whole number.
digits(decimal) := natural(concat("", parts)) if {
	parts := split(decimal, ".")
	count(parts) <= 2
}

# A number written in nothing but digits.
natural(text) := to_number(trim_left(text, "0")) if {
	trim_left(text, "0") != ""
	trim(text, "0123456789") == ""
}

natural(text) := 0 if {
	text != ""
	trim(text, "0") == ""
}

decimals(decimal) := count(split(decimal, ".")[1]) if contains(decimal, ".")

decimals(decimal) := 0 if not contains(decimal, ".")

# The exponent, if the number has one; of at most two digits.
exponent(parts) := 0 if count(parts) == 1

exponent(parts) := signed(parts[1], natural(unsigned(parts[1]))) if {
	count(parts) == 2
	count(unsigned(parts[1])) <= 2
}

raised(parts) := power(max([exponent(parts), 0]))

# How many digits too many are before the point.
shift(parts) := decimals(parts[0]) + max([0 - exponent(parts), 0])

power(n) := to_number(sprintf("1%s", [substring(zeros, 0, n)])) if n <= 18

zeros := "000000000000000000"

divided(amount, places) := (amount - rest) / power(places) if {
	rest := amount % power(places)
	rest == 0
}

divided(amount, places) := ((amount - rest) / power(places)) + 1 if {
	rest := amount % power(places)
	rest > 0
}
