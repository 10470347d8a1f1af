resource "random_password" "db" {
  length = 24
}

resource "aws_cloudformation_stack" "json" {
  name = "json"
  parameters = {
    Password = random_password.db.result
  }
  template_body = jsonencode({
    Parameters = { Password = { Type = "String", NoEcho = true } }
    Resources  = {}
  })
}

resource "aws_cloudformation_stack" "yaml" {
  name = "yaml"
  parameters = {
    Password = random_password.db.result
  }
  template_body = <<-EOT
    Parameters:
      Password:
        Type: String
        NoEcho: true
    Resources: {}
  EOT
}
