variable "topics" { # undecided: aws-iot-every-action
  type = list(string)
}

resource "aws_iot_policy" "device" {
  name = "device"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iot:Connect"
        Resource = "arn:aws:iot:eu-west-1:123456789012:client/$${iot:Connection.Thing.ThingName}"
      },
      {
        Effect   = "Deny"
        Action   = "iot:*"
        Resource = "*"
      },
    ]
  })
}

resource "aws_iot_policy" "attached" {
  name = "attached"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Action    = "iot:*"
      Resource  = "*"
      Condition = { Bool = { "iot:Connection.Thing.IsAttached" = "true" } }
    }
  })
}

resource "aws_iot_policy" "refusing" {
  name = "refusing"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Deny", Action = "iot:*", Resource = "*" }
  })
}

resource "aws_iot_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iot:*"], Resource = var.topics }]
  })
}
