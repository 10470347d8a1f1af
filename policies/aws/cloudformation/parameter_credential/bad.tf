resource "random_password" "db" {
  length = 24
}

resource "aws_cloudformation_stack" "db" {
  name         = "db"
  template_url = "https://templates.example.com/db.yaml"
  parameters = {
    Size     = "small"
    Password = random_password.db.result # expect: aws-cloudformation-parameter-credential
  }
}

resource "aws_cloudformation_stack" "loud" {
  name = "loud"
  parameters = {
    Password = random_password.db.result # expect: aws-cloudformation-parameter-credential
  }
  template_body = jsonencode({
    Parameters = {
      Password = { Type = "String" }
      Other    = { Type = "String", NoEcho = true }
    }
    Resources = {}
  })
}
