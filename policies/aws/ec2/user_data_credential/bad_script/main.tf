resource "random_password" "queue" {
  length = 24
}

# Base64 is no cover, and a script inside another one has lines of its own.
resource "aws_instance" "worker" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
  user_data_base64 = base64encode(templatefile("${path.module}/boot.sh.tpl", {
    name  = "worker"
    setup = templatefile("${path.module}/setup.sh.tpl", { password = random_password.queue.result })
  }))
}

resource "aws_launch_template" "worker" {
  user_data = base64encode(<<-EOT
    #!/bin/sh
    hostname worker
    export QUEUE_PASSWORD='${random_password.queue.result}' # expect: aws-ec2-user-data-credential
  EOT
  )
}

# Where a part of it is unknown, too.
resource "aws_instance" "sync" {
  ami              = "ami-0abcdef1234567890"
  instance_type    = "t3.micro"
  user_data_base64 = base64encode(templatefile("${path.module}/sync.sh.tpl", { bucket = aws_s3_bucket.sync.arn }))
}

resource "aws_s3_bucket" "sync" {}
