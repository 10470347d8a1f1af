package lib.kms_test

import data.lib.kms

test_whose_key if {
	kms.not_own({}, "key") == "`key` is not set"
	kms.not_own({"key": "alias/aws/sns"}, "key") == "`key` is `alias/aws/sns`, the key that AWS keeps for the account"
	kms.of_aws("arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs")
	not kms.of_aws("alias/aws/orders_key")
	not kms.of_aws("arn:aws:kms:eu-west-1:111122223333:alias/aws/orders_key")
	not kms.not_own({"key": "alias/orders"}, "key")
}
