# What starts the redrive: the schedule, and with redrive_trigger Queue the queue as well.

locals {
  redrives_on_arrival = local.keeps_undelivered && var.redrive_trigger == "Queue"
}

resource "aws_scheduler_schedule_group" "redrive" {
  count = local.keeps_undelivered ? 1 : 0

  name = local.redrive_name
  tags = local.tags
}

resource "aws_scheduler_schedule" "redrive" {
  count = local.keeps_undelivered ? 1 : 0

  name                = local.redrive_name
  description         = "Redrives dead-lettered ECS events"
  group_name          = aws_scheduler_schedule_group.redrive[0].name
  schedule_expression = "rate(${var.redrive_interval_minutes} minutes)"
  state               = "ENABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_function.dlq_redriver[0].arn
    role_arn = aws_iam_role.redrive_schedule[0].arn
    input    = local.redrives_on_arrival ? jsonencode({ action = "renew" }) : "{}"

    retry_policy {
      maximum_retry_attempts       = 0
      maximum_event_age_in_seconds = 60
    }
  }

  depends_on = [
    aws_iam_role_policy.redrive_schedule,
    aws_lambda_function_event_invoke_config.dlq_redriver,
  ]
}

resource "aws_lambda_event_source_mapping" "dead_letters" {
  count = local.redrives_on_arrival ? 1 : 0

  event_source_arn        = local.dead_letter_queue_arn
  function_name           = aws_lambda_function.dlq_redriver[0].arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
  tags                    = local.tags

  # The fewest that Lambda allows.
  scaling_config {
    maximum_concurrency = 2
  }
}

resource "aws_iam_role" "redrive_schedule" {
  count = local.keeps_undelivered ? 1 : 0

  name                 = "${var.name_prefix}-schedule-${local.region}"
  description          = "What the schedule of the redrive may do, that is to start it"
  permissions_boundary = local.permissions_bound
  tags                 = local.tags

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "scheduler.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = {
          "aws:SourceAccount" = local.account
          "aws:SourceArn"     = aws_scheduler_schedule_group.redrive[0].arn
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "redrive_schedule" {
  count = local.keeps_undelivered ? 1 : 0

  name = "start-the-redrive"
  role = aws_iam_role.redrive_schedule[0].name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = aws_lambda_function.dlq_redriver[0].arn
    }]
  })
}
