# Is it delivering, what is waiting, what needs me. Dashboards belong to the account, so the name has the Region.

locals {
  # Two in a row; lines are [label, namespace, metric, dimensions].
  charts = [
    {
      title = "Is it delivering? Live events"
      shown = true
      stat  = "Sum"
      lines = [
        ["matched", "AWS/Events", "MatchedEvents", local.live_rule],
        ["requests", "AWS/Events", "InvocationAttempts", local.live_rule],
        ["taken by Firetiger", "AWS/Events", "SuccessfulInvocationAttempts", local.live_rule],
        ["given up by EventBridge", "AWS/Events", local.keeps_undelivered ? "InvocationsSentToDlq" : "FailedInvocations", local.live_rule],
      ]
    },
    {
      title = "Is it delivering? Redriven events"
      shown = local.keeps_undelivered
      stat  = "Sum"
      lines = [
        ["sent again", local.namespace, "Redriven", local.stack],
        ["taken by Firetiger", "AWS/Events", "SuccessfulInvocationAttempts", local.redrive_rule],
        ["failed again", "AWS/Events", "InvocationsSentToDlq", local.redrive_rule],
      ]
    },
    {
      title = "What is waiting?"
      shown = local.keeps_undelivered
      stat  = "Maximum"
      lines = [
        ["due", "AWS/SQS", "ApproximateNumberOfMessagesVisible", local.dead_letters],
        ["not due yet", "AWS/SQS", "ApproximateNumberOfMessagesNotVisible", local.dead_letters],
        ["in quarantine", "AWS/SQS", "ApproximateNumberOfMessagesVisible", local.quarantine],
      ]
    },
    {
      title = "Gate: 0 failing, 1 unknown, 2 proving, 3 open"
      shown = local.keeps_undelivered
      stat  = "Minimum"
      lines = [
        ["gate", local.namespace, "GateState", local.stack],
        ["route (1 whole)", local.namespace, "RouteState", local.stack],
      ]
    },
  ]

  # CloudWatch wants [namespace, metric, dimension, value, …, options].
  chart_lines = [for chart in local.charts : [
    for line in chart.lines : concat([line[1], line[2]], flatten([for name, value in line[3] : [name, value]]), [{ label = line[0] }])
  ]]

  chart_properties = [for index, chart in local.charts :
    merge(local.chart_look, { title = chart.title, stat = chart.stat, metrics = local.chart_lines[index] })
  ]

  chart_widgets = [for index, chart in local.charts : {
    type       = "metric"
    x          = 12 * (index % 2)
    y          = 8 + 6 * floor(index / 2)
    width      = 12
    height     = 6
    properties = local.chart_properties[index]
  } if chart.shown]

  chart_look = {
    region = local.region
    view   = "timeSeries"
    period = 300
  }

  alarm_widget = {
    type   = "alarm"
    x      = 0
    y      = 5
    width  = 24
    height = 3
    properties = {
      title  = "What needs me?"
      alarms = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.arn]
    }
  }

  text_widget = {
    type   = "text"
    x      = 0
    y      = 0
    width  = 24
    height = 5
    properties = {
      markdown = join("\n\n", compact(local.dashboard_text))
    }
  }

  dashboard_text = [
    "# ECS events to ${var.firetiger_endpoint}/aws/events",
    local.keeps_undelivered
    ? "**Does it work?** `${local.invoke_redriver} --payload '{\"action\":\"testDelivery\"}' /dev/stdout`"
    : "What cannot be delivered within ${var.maximum_event_age_in_seconds} seconds is dropped, because enable_dead_letter_queue is false.",
    local.keeps_undelivered
    ? "**How is it?** the same with `'{\"action\":\"status\"}'`. **What waits?** `'{\"action\":\"peek\"}'`. **What was given up?** `'{\"action\":\"peek\",\"queue\":\"quarantine\"}'`, then `'{\"action\":\"release\"}'`."
    : "",
  ]
}

resource "aws_cloudwatch_dashboard" "monitoring" {
  dashboard_name = "${var.name_prefix}-${local.region}"
  dashboard_body = jsonencode({ start = "-PT12H", widgets = concat([local.text_widget, local.alarm_widget], local.chart_widgets) })
}
