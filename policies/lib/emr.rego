# Security configurations of EMR: a JSON document. Where it is not known at all, or no JSON, these are undefined.
package lib.emr

encryption(configuration) := object.get(configuration.attributes.configuration, "EncryptionConfiguration", {}) if {
	is_object(configuration.attributes.configuration)
}

at_rest(configuration) := object.get(encryption(configuration), "AtRestEncryptionConfiguration", {})
