variable "privileged" { # undecided: aws-batch-privileged
  type = bool
}

resource "aws_batch_job_definition" "resize" {
  name = "resize"
  type = "container"

  container_properties = jsonencode({
    image  = "resize:1.4"
    vcpus  = 1
    memory = 1024
  })
}

resource "aws_batch_job_definition" "scratch" {
  name = "scratch"
  type = "container"

  container_properties = jsonencode({
    image      = "resize:1.4"
    vcpus      = 1
    memory     = 1024
    privileged = var.privileged
  })
}
