package policy.kubernetes.storage.unencrypted_class_test

import data.lib.cluster
import data.policy.kubernetes.storage.unencrypted_class as rule

found(fields) := messages if {
	document := cluster.document([cluster.made("StorageClass", "fast", fields)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"provisioner": "ebs.csi.aws.com"}) == {"Disks that ebs.csi.aws.com makes are not encrypted by this class"}
	found({"provisioner": "kubernetes.io/aws-ebs", "parameters": {"encrypted": "false"}}) == {"Disks that kubernetes.io/aws-ebs makes are not encrypted by this class"}
}

test_allows if {
	found({"provisioner": "ebs.csi.aws.com", "parameters": {"encrypted": "true"}}) == set()
	found({"provisioner": "pd.csi.storage.gke.io"}) == set()
}
