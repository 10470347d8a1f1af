# What stands in Base64. The compiler of policies has no function for it.
package lib.base64

# The beginning of what a text encodes, with `?` for what is no plain character. Undefined for what is not Base64.
text(encoded) := concat("", [character(bytes(values, at)) |
	some at in positions(values)
]) if {
	whole := regex.replace(encoded, `\s`, "")
	count(whole) % 4 == 0
	regex.match(`^[A-Za-z0-9+/]*={0,2}$`, whole)
	values := [indexof(alphabet, letter) | some letter in split(trim_right(substring(whole, 0, most), "="), "")]
}

# Letters of Base64 that are looked at: they are three quarters as many bytes.
most := 4000

positions(values) := numbers.range(0, floor((count(values) * 3) / 4) - 1) if count(values) > 1

positions(values) := [] if count(values) <= 1

# Four letters, each of six bits, are three bytes.
bytes(values, at) := (values[first] * 4) + floor(values[first + 1] / 16) if {
	at % 3 == 0
	first := floor(at / 3) * 4
}

bytes(values, at) := ((values[first + 1] % 16) * 16) + floor(values[first + 2] / 4) if {
	at % 3 == 1
	first := floor(at / 3) * 4
}

bytes(values, at) := ((values[first + 2] % 4) * 64) + values[first + 3] if {
	at % 3 == 2
	first := floor(at / 3) * 4
}

character(code) := substring(plain, code - 32, 1) if {
	code >= 32
	code <= 126
}

character(code) := " " if code in {9, 10, 13}

character(code) := "?" if {
	not code in {9, 10, 13}
	is_no_character(code)
}

is_no_character(code) if code < 32

is_no_character(code) if code > 126

alphabet := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

# The plain characters, from the blank on.
plain := " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
