"""Answers a custom resource: asks EventBridge about the pattern and puts the response where CloudFormation waits for it."""

import json
import urllib.request

import boto3

events = boto3.client("events")
SAMPLE = json.dumps(
    {
        "id": "0",
        "account": "123456789012",
        "source": "aws.ecs",
        "time": "2026-01-01T00:00:00Z",
        "region": "us-east-1",
        "resources": [],
        "detail-type": "ECS Task State Change",
        "detail": {},
    }
)


def check(pattern):
    json.loads(pattern)
    events.test_event_pattern(EventPattern=pattern, Event=SAMPLE)


def handler(event, context):
    response = {
        "Status": "SUCCESS",
        "PhysicalResourceId": event.get("PhysicalResourceId", "event-pattern"),
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
    }
    try:
        if event["RequestType"] != "Delete":
            check(event["ResourceProperties"]["EventPattern"])
    except Exception as error:  # whatever it is, CloudFormation needs an answer
        response |= {"Status": "FAILED", "Reason": str(error)}
    request = urllib.request.Request(
        event["ResponseURL"], data=json.dumps(response).encode(), method="PUT", headers={"Content-Type": ""}
    )
    with urllib.request.urlopen(request) as answer:
        answer.read()
    print(json.dumps({"status": response["Status"]}))
    return response
