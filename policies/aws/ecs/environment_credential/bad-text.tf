variable "stripe_api_key" {
  type      = string
  sensitive = true
}

resource "aws_ecs_task_definition" "text" {
  family                = "pay"
  container_definitions = <<-EOT
    [{
      "name": "pay",
      "image": "pay:1",
      "environment": [
        {"name": "STRIPE", "value": "${var.stripe_api_key}"}
      ]
    }]
  EOT
}
