resource "aws_route53_zone" "public" {
  name = "example.com"
}

resource "aws_route53_query_log" "public" {
  zone_id                  = aws_route53_zone.public.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/example.com"
}

resource "aws_route53_zone" "inside" {
  name = "inside.example.com"

  vpc {
    vpc_id = "vpc-0123456789abcdef0"
  }
}

resource "aws_route53_zone" "associated" {
  name = "associated.example.com"
}

resource "aws_route53_zone_association" "associated" {
  zone_id = aws_route53_zone.associated.zone_id
  vpc_id  = "vpc-0123456789abcdef0"
}
