# The redrive path. PutEvents refuses sources that begin with "aws.", so dead-lettered events travel in an envelope on a bus
# of their own.

locals {
  interval_seconds = var.redrive_interval_minutes * 60
  # A copy's outcome must be known before the next decision about it.
  copy_maximum_age_seconds = max(900, 3 * local.interval_seconds)
  # The gate must see what became of the last run's copies.
  gate_window_seconds = max(600, local.interval_seconds)
}

resource "aws_cloudwatch_event_bus" "redrive" {
  count = local.keeps_undelivered ? 1 : 0

  name        = local.redrive_name
  description = "Carries dead-lettered events back to Firetiger"
  tags        = local.tags
}

# PutEvents succeeds even where no rule takes the event. What a mistake drops can be replayed from here.
resource "aws_cloudwatch_event_archive" "redrive" {
  count = local.keeps_undelivered ? 1 : 0

  name             = local.redrive_name
  description      = "Every copy that was sent again in the last 14 days"
  event_source_arn = aws_cloudwatch_event_bus.redrive[0].arn
  retention_days   = 14
}

resource "aws_cloudwatch_event_rule" "redrive" {
  count = local.keeps_undelivered ? 1 : 0

  name           = local.redrive_name
  description    = "Dead-lettered events, taken out of their envelope, for Firetiger"
  event_bus_name = aws_cloudwatch_event_bus.redrive[0].name
  state          = "ENABLED"
  tags           = local.tags

  event_pattern = jsonencode({
    source      = ["firetiger.redrive"]
    detail-type = ["Dead-Lettered Event"]
    account     = [local.account]
  })

  depends_on = [aws_sqs_queue_policy.dead_letter]
}

resource "aws_cloudwatch_event_target" "redrive" {
  count = local.keeps_undelivered ? 1 : 0

  rule           = aws_cloudwatch_event_rule.redrive[0].name
  event_bus_name = aws_cloudwatch_event_bus.redrive[0].name
  target_id      = "Firetiger"
  arn            = aws_cloudwatch_event_api_destination.firetiger.arn
  role_arn       = aws_iam_role.invoke_destination.arn
  input_path     = "$.detail.event"

  retry_policy {
    maximum_retry_attempts       = 2
    maximum_event_age_in_seconds = local.copy_maximum_age_seconds
  }

  dead_letter_config {
    arn = local.dead_letter_queue_arn
  }

  depends_on = [aws_iam_role_policy.invoke_destination]
}
