# One row, one alarm, as in the CloudFormation template: docs/operations.md says what to do about each.

locals {
  alarms = {
    deliveries-failing = {
      description = "More than half of the requests to Firetiger have failed for ten minutes. Nothing is lost while EventBridge retries. The output test_delivery_command names the cause."
      metrics = {
        attempts  = ["AWS/Events", "InvocationAttempts", "Sum", local.live_rule]
        successes = ["AWS/Events", "SuccessfulInvocationAttempts", "Sum", local.live_rule]
      }
      # Without an attempt there is no share: no live traffic is no failure.
      expression = "IF(attempts > 0, 1 - FILL(successes, 0) / attempts)"
      rings      = ["GreaterThanThreshold", 0.5]
      seconds    = 300
      of         = [2, 3]
      missing    = "notBreaching"
    }

    # Without a dead-letter queue what fails for good is lost at once. Both metrics are absent when they are zero,
    # and come late: looked at once, what is not there yet would pass for a zero.
    events-lost = {
      description = "EventBridge dropped events that it could neither deliver nor dead-letter: they are lost. Apply again, and see that nothing denies what the queue's policy allows."
      metrics = merge(
        { live = ["AWS/Events", local.keeps_undelivered ? "InvocationsFailedToBeSentToDlq" : "FailedInvocations", "Sum", local.live_rule] },
        local.keeps_undelivered ? { copies = ["AWS/Events", "InvocationsFailedToBeSentToDlq", "Sum", local.redrive_rule] } : {},
      )
      expression = local.keeps_undelivered ? "FILL(live, 0) + FILL(copies, 0)" : "FILL(live, 0)"
      rings      = ["GreaterThanThreshold", 0]
      seconds    = 300
      of         = [1, 3]
      missing    = "notBreaching"
    }

    pattern-validator-failing = {
      description = "The check of the event pattern refused a pattern, as the apply that asked for it said, or crashed. Events still flow. Read its log, then apply again."
      metrics     = { errors = ["AWS/Lambda", "Errors", "Sum", local.validator] }
      expression  = "errors"
      rings       = ["GreaterThanThreshold", 0]
      seconds     = 300
      of          = [1, 1]
      missing     = "notBreaching"
    }
  }

  redrive_alarms = {
    # Our own metric: SQS's begins again whenever an event is dead-lettered again or renewed. Six hours are the longest backoff.
    # No run, no news: what was old still is.
    oldest-message-age = {
      description = "An undelivered event has waited for three quarters of dead_letter_queue_retention_seconds. It is renewed before SQS would delete it, and quarantined after redrive_max_age_days. Mend what fails."
      metrics     = { age = [local.namespace, "OldestMessageAgeSeconds", "Maximum", local.stack] }
      expression  = "age / ${var.dead_letter_queue_retention_seconds}"
      rings       = ["GreaterThanOrEqualToThreshold", 0.75]
      seconds     = 21600
      of          = [1, 1]
      missing     = "ignore"
    }

    # In flight counts: the redrive hides events that are not due. SQS reports nothing of a queue that has long been empty.
    dead-letter-depth = {
      description = "More events wait than the redrive may send in an hour. Mend what fails, then raise invocation_rate_per_second or redrive_share if they still do not shrink."
      metrics = {
        visible  = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", local.dead_letters]
        inFlight = ["AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "Maximum", local.dead_letters]
      }
      expression = "(visible + inFlight) / (3600 * ${var.invocation_rate_per_second} * ${var.redrive_share})"
      rings      = ["GreaterThanThreshold", 1]
      seconds    = 300
      of         = [3, 3]
      missing    = "notBreaching"
    }

    quarantine-not-empty = {
      description = "Events were given up and wait for you. Look at them with {\"action\":\"peek\",\"queue\":\"quarantine\"}, mend the cause, then release them with {\"action\":\"release\"}."
      metrics = {
        visible  = ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", local.quarantine]
        inFlight = ["AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "Maximum", local.quarantine]
      }
      expression = "visible + inFlight"
      rings      = ["GreaterThanThreshold", 0]
      seconds    = 300
      of         = [1, 1]
      missing    = "notBreaching"
    }

    # Twice in two hours, because a run may end in another period than its events were matched in.
    redriven-not-matched = {
      description = "Events were sent again but no rule took them. They are in the archive of the redrive bus: enable the redrive rule, then replay the archive."
      metrics = {
        redriven = [local.namespace, "Redriven", "Sum", local.stack]
        matched  = ["AWS/Events", "MatchedEvents", "Sum", local.redrive_rule]
      }
      expression = "IF(redriven > 0 AND FILL(matched, 0) == 0, 1, 0)"
      rings      = ["GreaterThanThreshold", 0]
      seconds    = 900
      of         = [2, 8]
      missing    = "notBreaching"
    }

    redriver-failing = {
      description = "Two of three runs of the redrive failed, could not read CloudWatch or could not move messages. Nothing is lost, but nothing is sent again. Read the AwsFault, MessageRefused and RunFinished lines of its log."
      metrics = {
        errors = ["AWS/Lambda", "Errors", "Sum", local.redriver]
        gate   = [local.namespace, "GateState", "Minimum", local.stack]
        failed = [local.namespace, "Failed", "Sum", local.stack]
      }
      expression = "IF(FILL(errors, 0) > 0 OR FILL(gate, 0) < 0 OR FILL(failed, 0) > 0, 1, 0)"
      rings      = ["GreaterThanThreshold", 0]
      seconds    = local.interval_seconds
      of         = [2, 3]
      missing    = "notBreaching"
    }

    # deliveries-failing looks at live traffic. GateState is 0 when a run saw attempts and none succeeded, and 2 or 3 when one did.
    # Six hours are the longest backoff, so that an alarm does not end between two attempts for one event.
    destination-failing = {
      description = "Requests to Firetiger failed while undelivered events waited, and no run of the last six hours saw one succeed. Nothing is lost. The output test_delivery_command names the cause."
      metrics = {
        lowest  = [local.namespace, "GateState", "Minimum", local.stack]
        highest = [local.namespace, "GateState", "Maximum", local.stack]
      }
      expression = "IF(lowest <= 0 AND highest >= 0 AND highest <= 1, 1, 0)"
      rings      = ["GreaterThanThreshold", 0]
      seconds    = 21600
      of         = [1, 1]
      missing    = "notBreaching"
    }

    # Missing runs are what this is about. So it also rings from the first apply until the first run.
    redriver-not-running = {
      description = "The redrive has not finished a run for three intervals, so undelivered events only wait. Look at the schedule, then at the function's log."
      metrics     = { runs = [local.namespace, "RunSeconds", "SampleCount", local.stack] }
      expression  = "runs"
      rings       = ["LessThanThreshold", 1]
      seconds     = local.interval_seconds
      of          = [3, 3]
      missing     = "breaching"
    }

    # With empty queues no run looks at the route.
    route-problem = {
      description = "The redrive path is broken: nothing is sent again, nothing is lost. The output status_command says what is wrong and how to mend it."
      metrics     = { route = [local.namespace, "RouteState", "Minimum", local.stack] }
      expression  = "route"
      rings       = ["LessThanThreshold", 1]
      seconds     = local.interval_seconds
      of          = [2, 3]
      missing     = "notBreaching"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = merge(local.alarms, local.keeps_undelivered ? local.redrive_alarms : {})

  alarm_name          = "${var.name_prefix}-${each.key}"
  alarm_description   = each.value.description
  comparison_operator = each.value.rings[0]
  threshold           = each.value.rings[1]
  datapoints_to_alarm = each.value.of[0]
  evaluation_periods  = each.value.of[1]
  treat_missing_data  = each.value.missing
  alarm_actions       = local.alarm_topics
  ok_actions          = local.alarm_topics
  tags                = local.tags

  metric_query {
    id          = "judged"
    label       = each.key
    expression  = each.value.expression
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.metrics

    content {
      id = metric_query.key

      metric {
        namespace   = metric_query.value[0]
        metric_name = metric_query.value[1]
        stat        = metric_query.value[2]
        dimensions  = metric_query.value[3]
        period      = each.value.seconds
      }
    }
  }
}

# ---- Whom they tell

locals {
  alarm_topics = concat(compact([var.alarm_topic_arn]), aws_sns_topic.alarms[*].arn)
}

resource "aws_sns_topic" "alarms" {
  count = var.alarm_email != "" ? 1 : 0

  name = "${var.name_prefix}-alarms"
  tags = local.tags
}

resource "aws_sns_topic_policy" "alarms" {
  count = var.alarm_email != "" ? 1 : 0

  arn = aws_sns_topic.alarms[0].arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AlarmsPublish"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.alarms[0].arn
        Condition = {
          StringEquals = { "aws:SourceAccount" = local.account }
          ArnLike      = { "aws:SourceArn" = "arn:${local.partition}:cloudwatch:${local.region}:${local.account}:alarm:${var.name_prefix}-*" }
        }
      },
      {
        Sid       = "OnlyOverTls"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.alarms[0].arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "email" {
  count = var.alarm_email != "" ? 1 : 0

  topic_arn = aws_sns_topic.alarms[0].arn
  protocol  = "email"
  endpoint  = var.alarm_email
}
