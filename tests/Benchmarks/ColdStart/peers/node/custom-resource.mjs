// Answers a custom resource: asks EventBridge about the pattern and puts the response where CloudFormation waits for it.
import { EventBridgeClient, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import http from "node:http";
import https from "node:https";

const eventBridge = new EventBridgeClient({});
const sample = JSON.stringify({
  id: "0",
  account: "123456789012",
  source: "aws.ecs",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: [],
  "detail-type": "ECS Task State Change",
  detail: {},
});

const check = async (pattern) => {
  JSON.parse(pattern);
  await eventBridge.send(new TestEventPatternCommand({ EventPattern: pattern, Event: sample }));
};

const put = (url, body) =>
  new Promise((resolve, reject) => {
    const client = url.startsWith("https:") ? https : http;
    const options = { method: "PUT", headers: { "Content-Length": Buffer.byteLength(body) } };
    client
      .request(url, options, (answer) => {
        answer.resume();
        answer.on("end", resolve);
      })
      .on("error", reject)
      .end(body);
  });

export const handler = async (request) => {
  const response = {
    Status: "SUCCESS",
    PhysicalResourceId: request.PhysicalResourceId ?? "event-pattern",
    StackId: request.StackId,
    RequestId: request.RequestId,
    LogicalResourceId: request.LogicalResourceId,
  };
  try {
    if (request.RequestType !== "Delete") {
      await check(request.ResourceProperties.EventPattern);
    }
  } catch (error) {
    response.Status = "FAILED";
    response.Reason = error.message;
  }
  await put(request.ResponseURL, JSON.stringify(response));
  console.log(JSON.stringify({ status: response.Status }));
  return response;
};
