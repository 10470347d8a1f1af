resource "aws_batch_job_definition" "resize" {
  name = "resize"
  type = "container"

  container_properties = jsonencode({
    image      = "resize:1.4"
    vcpus      = 1
    memory     = 1024
    privileged = true # expect: aws-batch-privileged
  })
}

resource "aws_batch_job_definition" "pods" {
  name = "pods"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "resize:1.4"

        security_context {
          privileged = true # expect: aws-batch-privileged
        }
      }
    }
  }
}
