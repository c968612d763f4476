# The pattern is checked before anything uses it.

locals {
  # As in the CloudFormation template: a release that refuses more has a new version, and checks the pattern again.
  rules_version = "1"
}

resource "aws_lambda_function" "pattern_validator" {
  function_name    = "${var.name_prefix}-pattern-validator"
  description      = "Checks the event pattern before the rule is made or changed"
  filename         = local.from_bucket ? null : local.pattern_validator_zip
  source_code_hash = local.from_bucket ? null : try(filebase64sha256(local.pattern_validator_zip), null)
  s3_bucket        = local.package_bucket
  s3_key           = local.from_bucket ? var.package_keys.pattern_validator : null
  runtime          = "provided.al2023"
  architectures    = [var.architecture]
  handler          = "bootstrap"
  memory_size      = 256
  timeout          = 30
  role             = aws_iam_role.pattern_validator.arn
  tags             = local.tags

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.pattern_validator.name
  }

  lifecycle {
    precondition {
      condition     = local.from_bucket || fileexists(local.pattern_validator_zip)
      error_message = "${local.pattern_validator_zip}: ${local.missing_zip}"
    }
  }
}

# Nobody invokes it asynchronously but by hand, and then nobody waits for a second try.
resource "aws_lambda_function_event_invoke_config" "pattern_validator" {
  function_name                = aws_lambda_function.pattern_validator.function_name
  maximum_retry_attempts       = 0
  maximum_event_age_in_seconds = 60
}

# A pattern that does not pass is a function error, InvalidEventPattern, and ends the apply with what is wrong and where.
resource "aws_lambda_invocation" "pattern_check" {
  function_name = aws_lambda_function.pattern_validator.function_name

  input = jsonencode({
    eventPattern = var.event_pattern
    strictness   = var.pattern_strictness
  })

  triggers = {
    pattern       = var.event_pattern
    strictness    = var.pattern_strictness
    rules_version = local.rules_version
  }

  depends_on = [aws_iam_role_policy.pattern_validator]
}

resource "aws_cloudwatch_log_group" "pattern_validator" {
  name              = "/aws/lambda/${var.name_prefix}-pattern-validator"
  retention_in_days = var.log_retention_in_days
  tags              = local.tags
}

resource "aws_iam_role" "pattern_validator" {
  name                 = "${var.name_prefix}-validator-${local.region}"
  description          = "What the check of the event pattern may do"
  permissions_boundary = local.permissions_bound
  assume_role_policy   = local.trust_lambda
  tags                 = local.tags
}

resource "aws_iam_role_policy" "pattern_validator" {
  name = "pattern-validator"
  role = aws_iam_role.pattern_validator.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.pattern_validator.arn}:*"
      },
      {
        # TestEventPattern reads nothing of the account and knows no resources.
        Sid      = "AskEventBridgeAboutPatterns"
        Effect   = "Allow"
        Action   = "events:TestEventPattern"
        Resource = "*"
      },
    ]
  })
}
