package policy.aws.transfer.plain_ftp_test

import data.policy.aws.transfer.plain_ftp

findings(attributes) := found if {
	found := plain_ftp.deny with input.resources as {"aws_transfer_server": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"protocols": ["SFTP", "FTP"]}) == {{"resource": "a", "path": ["protocols", 1], "message": "`protocols` holds `FTP`"}}
}

test_encrypted if {
	findings({"protocols": ["SFTP", "FTPS"]}) == set()
	findings({}) == set()
}
