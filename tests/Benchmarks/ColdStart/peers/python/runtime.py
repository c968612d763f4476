"""The loop over the Runtime API that Lambda's Python runtime would be: load the handler, take, answer. Usage: runtime.py MODULE"""

import http.client
import importlib
import json
import os
import sys

ROOT = "/2018-06-01/runtime/invocation"

api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
handler = importlib.import_module(sys.argv[1]).handler


def call(method, path, body=None):
    api.request(method, f"{ROOT}/{path}", body)
    answer = api.getresponse()
    return answer.headers.get("Lambda-Runtime-Aws-Request-Id"), answer.read()


while True:
    request_id, payload = call("GET", "next")
    try:
        call("POST", f"{request_id}/response", json.dumps(handler(json.loads(payload), None)))
    except Exception as error:
        call("POST", f"{request_id}/error", json.dumps({"errorType": type(error).__name__, "errorMessage": str(error)}))
