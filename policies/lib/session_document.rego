# The documents that say how Session Manager opens sessions, in JSON or YAML.
package lib.session_document

is_session(document) if document.attributes.document_type == "Session"

# Where an input stands: YAML is one text.
place(document, name) := ["content", "inputs", name] if not is_string(document.attributes.content)

place(document, _) := ["content"] if is_string(document.attributes.content)

# The value of an input, or `otherwise` where it has none.
input_of(document, name, otherwise) := object.get(document.attributes.content, ["inputs", name], otherwise) if {
	is_object(document.attributes.content)
}

input_of(document, name, otherwise) := value if {
	is_string(document.attributes.content)
	values := [trim(trim_prefix(written, key), " '\"\r\t") |
		key := sprintf("%s:", [name])
		some line in split(document.attributes.content, "\n")
		written := trim_space(line)
		startswith(written, key)
	]
	value := array.concat(values, [otherwise])[0]
}
