package lib.session_document_test

import data.lib.session_document

json := {"attributes": {"document_type": "Session", "content": {"inputs": {"kmsKeyId": "alias/x"}}}}

yaml := {"attributes": {"document_type": "Session", "content": "schemaVersion: '1.0'\ninputs:\n  kmsKeyId: 'alias/x'\n  s3BucketName: \"\"\n"}}

test_inputs if {
	session_document.is_session(json)
	not session_document.is_session({"attributes": {"document_type": "Command"}})
	every document in [json, yaml] {
		session_document.input_of(document, "kmsKeyId", "") == "alias/x"
		session_document.input_of(document, "s3BucketName", "") == ""
		session_document.input_of(document, "runAsEnabled", true) == true
	}
}

test_places if {
	session_document.place(json, "kmsKeyId") == ["content", "inputs", "kmsKeyId"]
	session_document.place({"attributes": {}}, "kmsKeyId") == ["content", "inputs", "kmsKeyId"]
	session_document.place(yaml, "kmsKeyId") == ["content"]
}
