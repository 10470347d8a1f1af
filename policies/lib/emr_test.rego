package lib.emr_test

import data.lib.emr

test_encryption if {
	encryption := {"AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {}}}
	emr.encryption({"attributes": {"configuration": {"EncryptionConfiguration": encryption}}}) == encryption
	emr.at_rest({"attributes": {"configuration": {"EncryptionConfiguration": encryption}}}) == {"S3EncryptionConfiguration": {}}
	emr.encryption({"attributes": {"configuration": {}}}) == {}
	emr.at_rest({"attributes": {"configuration": {}}}) == {}
}

test_no_document if {
	not emr.encryption({"attributes": {}})
	not emr.encryption({"attributes": {"configuration": "{"}})
	not emr.at_rest({"attributes": {}})
}
