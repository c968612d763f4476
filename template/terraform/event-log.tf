# The events that match, for a look at what the rule takes.

locals {
  logs_events = var.event_log_retention_days > 0
}

resource "aws_cloudwatch_log_group" "events" {
  count = local.logs_events ? 1 : 0

  name              = "/aws/events/rule/${local.rule_path}"
  retention_in_days = var.event_log_retention_days
  tags              = local.tags
}

# A rule of its own: EventBridge counts attempts per rule, not per target. Among the live rule's, lines that were written would
# look like events that Firetiger took, to the alarms and to the redrive. No dead-letter queue: what could not be logged must
# never be sent to Firetiger a second time.
resource "aws_cloudwatch_event_rule" "event_log" {
  count = local.logs_events ? 1 : 0

  name           = local.event_log_name
  description    = "The events of ${local.rule_name}, into a log group"
  event_bus_name = var.event_bridge_bus
  event_pattern  = var.event_pattern
  state          = "ENABLED"
  tags           = local.tags

  depends_on = [aws_lambda_invocation.pattern_check]
}

resource "aws_cloudwatch_event_target" "event_log" {
  count = local.logs_events ? 1 : 0

  rule           = aws_cloudwatch_event_rule.event_log[0].name
  event_bus_name = var.event_bridge_bus
  target_id      = "EventLog"
  arn            = aws_cloudwatch_log_group.events[0].arn

  retry_policy {
    maximum_retry_attempts       = 10
    maximum_event_age_in_seconds = 3600
  }

  depends_on = [aws_cloudwatch_log_resource_policy.events]
}

# EventBridge writes under either of the two names.
resource "aws_cloudwatch_log_resource_policy" "events" {
  count = local.logs_events ? 1 : 0

  policy_name = local.event_log_name

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "EventBridgeMakesStreams"
        Effect    = "Allow"
        Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
        Action    = "logs:CreateLogStream"
        Resource  = "${aws_cloudwatch_log_group.events[0].arn}:*"
      },
      {
        Sid       = "EventLogRuleWritesEvents"
        Effect    = "Allow"
        Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
        Action    = "logs:PutLogEvents"
        Resource  = "${aws_cloudwatch_log_group.events[0].arn}:*"
        Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.event_log[0].arn } }
      },
    ]
  })
}
