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

      init_containers {
        image = "fetch:1.0"

        security_context {
          privileged = true # expect: aws-batch-privileged
        }
      }
    }
  }
}

resource "aws_batch_job_definition" "task" {
  name = "task"
  type = "container"

  ecs_properties = jsonencode({
    taskProperties = [{
      containers = [{
        name       = "resize"
        image      = "resize:1.4"
        privileged = true # expect: aws-batch-privileged
        resourceRequirements = [
          { type = "VCPU", value = "1" },
          { type = "MEMORY", value = "1024" },
        ]
      }]
    }]
  })
}

resource "aws_batch_job_definition" "nodes" {
  name = "nodes"
  type = "multinode"

  node_properties = jsonencode({
    mainNode = 0
    numNodes = 2
    nodeRangeProperties = [{
      targetNodes = "0:1"
      container = {
        image      = "render:2.0"
        vcpus      = 4
        memory     = 8192
        privileged = true # expect: aws-batch-privileged
      }
    }]
  })
}
