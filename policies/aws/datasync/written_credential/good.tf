variable "key" { # undecided: aws-datasync-written-credential
  type      = string
  sensitive = true
}

resource "aws_datasync_location_object_storage" "archive" {
  agent_arns      = ["arn:aws:datasync:eu-west-1:111122223333:agent/agent-0a"]
  server_hostname = "storage.example.com"
  bucket_name     = "archive"
  access_key      = "archive"
  secret_key      = var.key
}

resource "aws_datasync_location_object_storage" "open" {
  agent_arns      = ["arn:aws:datasync:eu-west-1:111122223333:agent/agent-0a"]
  server_hostname = "storage.example.com"
  bucket_name     = "open"
}
