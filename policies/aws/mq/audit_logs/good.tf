variable "engine" {
  type = string
}

resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }

  logs {
    audit = true
  }
}

# RabbitMQ has no audit log.
resource "aws_mq_broker" "rabbit" {
  broker_name        = "rabbit"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }
}

resource "aws_mq_broker" "either" { # undecided: aws-mq-audit-logs
  broker_name        = "either"
  engine_type        = var.engine
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }
}
