# The function that sends dead-lettered events again, and what it may do.

resource "aws_lambda_function" "dlq_redriver" {
  count = local.keeps_undelivered ? 1 : 0

  function_name    = "${var.name_prefix}-dlq-redriver"
  description      = "Sends dead-lettered events again, at a pace that leaves room for live ones"
  filename         = local.from_bucket ? null : local.dlq_redriver_zip
  source_code_hash = local.from_bucket ? null : try(filebase64sha256(local.dlq_redriver_zip), null)
  s3_bucket        = local.package_bucket
  s3_key           = local.from_bucket ? var.package_keys.dlq_redriver : null
  runtime          = "provided.al2023"
  architectures    = [var.architecture]
  handler          = "bootstrap"
  # Eight pages of the largest events at once.
  memory_size = 512
  # Shorter than the shortest interval, so that runs do not overlap.
  timeout = 90
  role    = aws_iam_role.dlq_redriver[0].arn
  tags    = local.tags

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.dlq_redriver[0].name
  }

  environment {
    variables = {
      DEAD_LETTER_QUEUE_URL      = local.dead_letter_queue_url
      QUARANTINE_QUEUE_URL       = local.quarantine_queue_url
      REDRIVE_BUS_NAME           = aws_cloudwatch_event_bus.redrive[0].name
      REDRIVE_RULE_NAME          = aws_cloudwatch_event_rule.redrive[0].name
      LIVE_RULE_NAME             = local.rule_name
      LIVE_BUS_NAME              = var.event_bridge_bus
      API_DESTINATION_NAME       = aws_cloudwatch_event_api_destination.firetiger.name
      CONNECTION_NAME            = aws_cloudwatch_event_connection.firetiger.name
      INVOCATION_RATE_PER_SECOND = var.invocation_rate_per_second
      REDRIVE_INTERVAL_SECONDS   = local.interval_seconds
      REDRIVE_SHARE              = var.redrive_share
      REDRIVE_MAX_ATTEMPTS       = var.redrive_max_attempts
      REDRIVE_MAX_AGE_DAYS       = var.redrive_max_age_days
      BACKOFF_BASE_SECONDS       = 300
      GATE_WINDOW_SECONDS        = local.gate_window_seconds
      STACK_NAME                 = var.name_prefix
    }
  }

  lifecycle {
    precondition {
      condition     = local.from_bucket || fileexists(local.dlq_redriver_zip)
      error_message = "${local.dlq_redriver_zip}: ${local.missing_zip}"
    }
  }

  depends_on = [aws_iam_role_policy.dlq_redriver]
}

# The next tick is the retry.
resource "aws_lambda_function_event_invoke_config" "dlq_redriver" {
  count = local.keeps_undelivered ? 1 : 0

  function_name                = aws_lambda_function.dlq_redriver[0].function_name
  maximum_retry_attempts       = 0
  maximum_event_age_in_seconds = 60
}

resource "aws_cloudwatch_log_group" "dlq_redriver" {
  count = local.keeps_undelivered ? 1 : 0

  name              = "/aws/lambda/${var.name_prefix}-dlq-redriver"
  retention_in_days = var.log_retention_in_days
  tags              = local.tags
}

resource "aws_iam_role" "dlq_redriver" {
  count = local.keeps_undelivered ? 1 : 0

  name                 = "${var.name_prefix}-redriver-${local.region}"
  description          = "What the redrive may do"
  permissions_boundary = local.permissions_bound
  assume_role_policy   = local.trust_lambda
  tags                 = local.tags
}

resource "aws_iam_role_policy" "dlq_redriver" {
  count = local.keeps_undelivered ? 1 : 0

  name = "dlq-redriver"
  role = aws_iam_role.dlq_redriver[0].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.dlq_redriver[0].arn}:*"
      },
      {
        # The same for both: messages are quarantined, released, and renewed in either before SQS would delete them.
        Sid    = "MoveMessages"
        Effect = "Allow"
        Action = [
          "sqs:GetQueueAttributes",
          "sqs:ReceiveMessage",
          "sqs:ChangeMessageVisibility",
          "sqs:SendMessage",
          "sqs:DeleteMessage",
        ]
        Resource = [local.dead_letter_queue_arn, local.quarantine_queue_arn]
      },
      {
        Sid      = "SendAgain"
        Effect   = "Allow"
        Action   = "events:PutEvents"
        Resource = aws_cloudwatch_event_bus.redrive[0].arn
        Condition = {
          StringEquals = {
            "events:source"      = "firetiger.redrive"
            "events:detail-type" = "Dead-Lettered Event"
          }
        }
      },
      {
        Sid      = "LookAtTheRule"
        Effect   = "Allow"
        Action   = ["events:DescribeRule", "events:ListTargetsByRule"]
        Resource = aws_cloudwatch_event_rule.redrive[0].arn
      },
      # IAM names both without the random part that ends their ARNs.
      {
        Sid      = "LookAtTheDestination"
        Effect   = "Allow"
        Action   = "events:DescribeApiDestination"
        Resource = "${local.events}:api-destination/${aws_cloudwatch_event_api_destination.firetiger.name}"
      },
      {
        Sid      = "LookAtTheConnection"
        Effect   = "Allow"
        Action   = "events:DescribeConnection"
        Resource = "${local.events}:connection/${aws_cloudwatch_event_connection.firetiger.name}"
      },
      {
        Sid       = "PutMetrics"
        Effect    = "Allow"
        Action    = "cloudwatch:PutMetricData"
        Resource  = "*"
        Condition = { StringEquals = { "cloudwatch:namespace" = local.namespace } }
      },
      {
        # CloudWatch knows no resources of metrics.
        Sid      = "GetMetrics"
        Effect   = "Allow"
        Action   = "cloudwatch:GetMetricData"
        Resource = "*"
      },
    ]
  })
}
