resource "random_password" "db" {
  length = 24
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  tags = {
    Name  = "web"
    Admin = random_password.db.result # expect: terraform-label-credential
  }
}
