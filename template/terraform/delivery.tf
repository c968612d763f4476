# The live path: rule, API destination, connection.

resource "aws_cloudwatch_event_rule" "ecs_events" {
  name           = local.rule_name
  description    = "Amazon ECS events for Firetiger"
  event_bus_name = var.event_bridge_bus
  event_pattern  = var.event_pattern
  state          = "ENABLED"
  tags           = local.tags

  # A new name or bus: the new rule takes events before the old one goes.
  lifecycle {
    create_before_destroy = true
  }

  # EventBridge takes a second rule of a name for a change of the first; a second log group of a name it refuses.
  depends_on = [aws_lambda_invocation.pattern_check, aws_cloudwatch_log_group.events]
}

resource "aws_cloudwatch_event_target" "firetiger" {
  rule           = aws_cloudwatch_event_rule.ecs_events.name
  event_bus_name = var.event_bridge_bus
  target_id      = "Firetiger"
  arn            = aws_cloudwatch_event_api_destination.firetiger.arn
  role_arn       = aws_iam_role.invoke_destination.arn

  retry_policy {
    maximum_retry_attempts       = var.maximum_retry_attempts
    maximum_event_age_in_seconds = var.maximum_event_age_in_seconds
  }

  dynamic "dead_letter_config" {
    for_each = local.keeps_undelivered ? [local.dead_letter_queue_arn] : []

    content {
      arn = dead_letter_config.value
    }
  }

  lifecycle {
    create_before_destroy = true
  }

  # What catches failures is there before the first event.
  depends_on = [
    aws_iam_role_policy.invoke_destination,
    aws_sqs_queue_policy.dead_letter,
    aws_cloudwatch_event_target.redrive,
  ]
}

resource "aws_cloudwatch_event_connection" "firetiger" {
  name               = "${var.name_prefix}-connection"
  description        = "How requests to Firetiger are authorized"
  authorization_type = local.has_credentials ? "BASIC" : "API_KEY"

  auth_parameters {
    dynamic "basic" {
      for_each = local.has_credentials ? ["Firetiger"] : []

      content {
        username = local.username
        password = local.password
      }
    }

    # EventBridge insists on some authorization. Without credentials a plain header is sent and no Authorization at all.
    dynamic "api_key" {
      for_each = local.has_credentials ? [] : ["Firetiger"]

      content {
        key   = "X-Firetiger-Source"
        value = "ecs-events"
      }
    }
  }

  lifecycle {
    # Taipei, New Zealand, Mexico (Central) and AWS GovCloud (US): "Amazon EventBridge feature availability by AWS Region", November 2026.
    precondition {
      condition     = !contains(["ap-east-2", "ap-southeast-6", "mx-central-1", "us-gov-east-1", "us-gov-west-1"], local.region)
      error_message = "EventBridge has no API destinations in ${local.region}; forward its ECS events to a Region that has them."
    }
  }
}

resource "aws_cloudwatch_event_api_destination" "firetiger" {
  name                             = "${var.name_prefix}-destination"
  description                      = "Where Firetiger takes AWS events"
  connection_arn                   = aws_cloudwatch_event_connection.firetiger.arn
  http_method                      = "POST"
  invocation_endpoint              = "${var.firetiger_endpoint}/aws/events"
  invocation_rate_limit_per_second = var.invocation_rate_per_second
}

resource "aws_iam_role" "invoke_destination" {
  name                 = "${var.name_prefix}-invoke-${local.region}"
  description          = "What the rules of this module may do, that is to call Firetiger"
  permissions_boundary = local.permissions_bound
  assume_role_policy   = data.aws_iam_policy_document.rules_take_the_role.json
  tags                 = local.tags
}

data "aws_iam_policy_document" "rules_take_the_role" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = local.rule_arns
    }
  }
}

resource "aws_iam_role_policy" "invoke_destination" {
  name = "invoke-destination"
  role = aws_iam_role.invoke_destination.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "events:InvokeApiDestination"
      Resource = aws_cloudwatch_event_api_destination.firetiger.arn
    }]
  })
}
